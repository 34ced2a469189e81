"""The statements of migration 7; never changed once released."""

from desktop_app.storage.register_sql import RECORD_COLUMNS, search_index

_ACTIVITIES = [
    "ALTER TABLE activities ADD COLUMN task TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE activities ADD COLUMN inspection_kind TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE activities ADD COLUMN planned_quarter TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE activities ADD COLUMN inspected TEXT NOT NULL DEFAULT '[]'",
    "ALTER TABLE activities ADD COLUMN recommendations TEXT NOT NULL DEFAULT '[]'",
    "ALTER TABLE activities ADD COLUMN cases TEXT NOT NULL DEFAULT '[]'",
    "CREATE INDEX activities_inspections ON activities(deleted_at, inspection_kind, date_start)",
]

_AWARDS = [
    "ALTER TABLE awards ADD COLUMN steps TEXT NOT NULL DEFAULT '[]'",
    "ALTER TABLE awards ADD COLUMN certificate_text TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE awards ADD COLUMN achievement_kind TEXT NOT NULL DEFAULT 'thematic'",
    "ALTER TABLE awards ADD COLUMN household_head TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE awards ADD COLUMN proposal_number TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE awards ADD COLUMN proposal_date TEXT",
]

_NEW = [
    f"""CREATE TABLE tasks ({RECORD_COLUMNS}
        title TEXT NOT NULL, title_sort TEXT NOT NULL, due_on TEXT NOT NULL, due_kind TEXT NOT NULL,
        plan_items TEXT NOT NULL, content_code TEXT NOT NULL, responsible TEXT NOT NULL,
        responsible_sort TEXT NOT NULL, member TEXT NOT NULL, partners TEXT NOT NULL,
        status TEXT NOT NULL, starts_on TEXT, target_indicator TEXT NOT NULL, target_value INTEGER,
        is_standing INTEGER NOT NULL, result TEXT NOT NULL, note TEXT NOT NULL) STRICT""",
    "CREATE INDEX tasks_date ON tasks(deleted_at, due_on, row)",
    "CREATE INDEX tasks_name ON tasks(deleted_at, title_sort, row)",
    *search_index("tasks"),
    f"""CREATE TABLE reported_figures ({RECORD_COLUMNS}
        body TEXT NOT NULL, body_sort TEXT NOT NULL, body_kind TEXT NOT NULL,
        report_number TEXT NOT NULL, period_from TEXT, period_to TEXT NOT NULL, asked_on TEXT,
        due_on TEXT, answered_on TEXT, is_counted INTEGER NOT NULL, joint_note TEXT NOT NULL,
        figures TEXT NOT NULL, note TEXT NOT NULL) STRICT""",
    "CREATE INDEX reported_figures_date ON reported_figures(deleted_at, period_to, row)",
    "CREATE INDEX reported_figures_name ON reported_figures(deleted_at, body_sort, row)",
    *search_index("reported_figures"),
    f"""CREATE TABLE procurement ({RECORD_COLUMNS}
        unit TEXT NOT NULL, unit_sort TEXT NOT NULL, kind TEXT NOT NULL, goods TEXT NOT NULL,
        period_from TEXT NOT NULL, period_to TEXT, total_vnd INTEGER, vietnamese_vnd INTEGER,
        local_vnd INTEGER, gift_count INTEGER, supplier TEXT NOT NULL, activity TEXT NOT NULL,
        note TEXT NOT NULL) STRICT""",
    "CREATE INDEX procurement_date ON procurement(deleted_at, period_from, row)",
    "CREATE INDEX procurement_name ON procurement(deleted_at, unit_sort, row)",
    *search_index("procurement"),
    f"""CREATE TABLE points_of_sale ({RECORD_COLUMNS}
        name TEXT NOT NULL, name_sort TEXT NOT NULL, kind TEXT NOT NULL, commune TEXT NOT NULL,
        commune_sort TEXT NOT NULL, address TEXT NOT NULL, manager TEXT NOT NULL, area_m2 INTEGER,
        vietnamese_goods_pct REAL, monthly_revenue_vnd INTEGER, opened_on TEXT, closed_on TEXT,
        support_vnd INTEGER, supported_on TEXT, support_source TEXT NOT NULL,
        support_group TEXT NOT NULL, support_in_kind INTEGER NOT NULL, support_content TEXT NOT NULL,
        support_activity TEXT NOT NULL, note TEXT NOT NULL) STRICT""",
    "CREATE INDEX points_of_sale_name ON points_of_sale(deleted_at, name_sort, row)",
    *search_index("points_of_sale"),
    f"""CREATE TABLE ocop_products ({RECORD_COLUMNS}
        name TEXT NOT NULL, name_sort TEXT NOT NULL, kind TEXT NOT NULL, product_group TEXT NOT NULL,
        owner TEXT NOT NULL, owner_sort TEXT NOT NULL, owner_type TEXT NOT NULL, commune TEXT NOT NULL,
        commune_sort TEXT NOT NULL, stars INTEGER, decision_number TEXT NOT NULL, recognized_on TEXT,
        expires_on TEXT, recognized_by TEXT NOT NULL, annual_revenue_vnd INTEGER,
        on_ecommerce INTEGER NOT NULL, traceability INTEGER NOT NULL, trademark TEXT NOT NULL,
        geographical_indication TEXT NOT NULL, craft_village TEXT NOT NULL, platforms TEXT NOT NULL,
        note TEXT NOT NULL) STRICT""",
    "CREATE INDEX ocop_products_name ON ocop_products(deleted_at, name_sort, row)",
    *search_index("ocop_products"),
    f"""CREATE TABLE enterprises ({RECORD_COLUMNS}
        name TEXT NOT NULL, name_sort TEXT NOT NULL, kind TEXT NOT NULL, commune TEXT NOT NULL,
        commune_sort TEXT NOT NULL, address TEXT NOT NULL, representative TEXT NOT NULL,
        field TEXT NOT NULL, products TEXT NOT NULL, signed_commitment_on TEXT, website TEXT NOT NULL,
        supports TEXT NOT NULL, note TEXT NOT NULL) STRICT""",
    "CREATE INDEX enterprises_name ON enterprises(deleted_at, name_sort, row)",
    *search_index("enterprises"),
    f"""CREATE TABLE models ({RECORD_COLUMNS}
        name TEXT NOT NULL, name_sort TEXT NOT NULL, kind TEXT NOT NULL, content_code TEXT NOT NULL,
        unit TEXT NOT NULL, unit_sort TEXT NOT NULL, place TEXT NOT NULL, started_on TEXT,
        ended_on TEXT, participants INTEGER, is_replicated INTEGER NOT NULL, description TEXT NOT NULL,
        result TEXT NOT NULL, praise TEXT NOT NULL) STRICT""",
    "CREATE INDEX models_name ON models(deleted_at, name_sort, row)",
    *search_index("models"),
    f"""CREATE TABLE documents ({RECORD_COLUMNS}
        abstract TEXT NOT NULL, abstract_sort TEXT NOT NULL, direction TEXT NOT NULL,
        series TEXT NOT NULL, number TEXT NOT NULL, symbol TEXT NOT NULL, issued_on TEXT NOT NULL,
        doc_type TEXT NOT NULL, issuer TEXT NOT NULL, issuer_sort TEXT NOT NULL, signer TEXT NOT NULL,
        signer_title TEXT NOT NULL, content_code TEXT NOT NULL, is_period_report INTEGER NOT NULL,
        received_on TEXT, reply_due_on TEXT, short_name TEXT NOT NULL, recipients TEXT NOT NULL,
        note TEXT NOT NULL) STRICT""",
    "CREATE INDEX documents_date ON documents(deleted_at, issued_on, row)",
    "CREATE INDEX documents_name ON documents(deleted_at, abstract_sort, row)",
    *search_index("documents"),
    f"""CREATE TABLE steering_committee ({RECORD_COLUMNS}
        full_name TEXT NOT NULL, full_name_sort TEXT NOT NULL, honorific TEXT NOT NULL,
        body TEXT NOT NULL, role TEXT NOT NULL, place INTEGER, position TEXT NOT NULL,
        position_sort TEXT NOT NULL, duty TEXT NOT NULL, decision_number TEXT NOT NULL,
        decision_date TEXT, decided_by TEXT NOT NULL, valid_from TEXT, valid_to TEXT,
        change TEXT NOT NULL, replaces TEXT NOT NULL) STRICT""",
    "CREATE INDEX steering_committee_name ON steering_committee(deleted_at, full_name_sort, row)",
    *search_index("steering_committee"),
    f"""CREATE TABLE subunits ({RECORD_COLUMNS}
        name TEXT NOT NULL, name_sort TEXT NOT NULL, unit_code TEXT NOT NULL,
        committee_status TEXT NOT NULL, established_on TEXT, abolished_on TEXT,
        decision_number TEXT NOT NULL, head TEXT NOT NULL, plan_issued INTEGER NOT NULL,
        plan_number TEXT NOT NULL, plan_issued_on TEXT, valid_from TEXT, valid_to TEXT,
        note TEXT NOT NULL) STRICT""",
    "CREATE INDEX subunits_name ON subunits(deleted_at, name_sort, row)",
    *search_index("subunits"),
    f"""CREATE TABLE funds ({RECORD_COLUMNS}
        purpose TEXT NOT NULL, purpose_sort TEXT NOT NULL, kind TEXT NOT NULL,
        entered_on TEXT NOT NULL, source TEXT NOT NULL, source_sort TEXT NOT NULL,
        fund_group TEXT NOT NULL, amount_vnd INTEGER, in_kind INTEGER NOT NULL,
        content_code TEXT NOT NULL, voucher TEXT NOT NULL, giver TEXT NOT NULL, note TEXT NOT NULL) STRICT""",
    "CREATE INDEX funds_date ON funds(deleted_at, entered_on, row)",
    "CREATE INDEX funds_name ON funds(deleted_at, purpose_sort, row)",
    *search_index("funds"),
]

STATEMENTS = [*_ACTIVITIES, *_AWARDS, *_NEW]
