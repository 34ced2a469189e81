"""The words and rules of the campaign: records, plans, indicators, periods, units."""
