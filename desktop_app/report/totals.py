"""The totals of a period as plain data, for programs and for tests."""

from typing import Any

from desktop_app.domain.periods import ReportPeriod
from desktop_app.report.figures import Figures


def totals(period: ReportPeriod, figures: Figures) -> dict[str, Any]:
    """Return the totals by the rules written in the indicators."""
    return {
        "period": {"data_from": period.data_from.isoformat(), "data_to": period.data_to.isoformat()},
        "activities": figures.activities,
        "activities_by_content": dict(figures.activities_by_content),
        "activities_without_plan_item": figures.without_plan_item,
        "indicators": dict(sorted(figures.indicators.items())),
        "by_content": {content: dict(sorted(own.items())) for content, own in figures.by_content.items()},
        "funds_vnd": {
            **{str(group): amount for group, amount in figures.funds.items()},
            "total": sum(figures.funds.values()),
        },
        "awards_by_status": dict(figures.awards_by_status),
        "awards_by_type": dict(figures.awards_by_type),
        "ocop_by_stars": dict(figures.ocop_by_stars),
        "points_of_sale_active": figures.points_of_sale_active,
        "documents_registered": figures.documents_registered,
        "subunits": figures.subunits,
    }
