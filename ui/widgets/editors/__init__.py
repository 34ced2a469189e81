"""The editors of a form, one for each kind of field, all with the interface of `base.Editor`."""
