"""Excel in: reading sheets, matching their columns, a preview of each row, and the template to fill."""
