"""SSDA903, the children-looked-after return, in.

In the order of an import: `files` finds sheets, `read` makes rows of them by the `tables`, `keep`
knows which are held already, `gather` brings together all rows of the children concerned,
`derive` and `stitch` say what stands, `facts` makes facts of it, `reconcile` writes those that
differ and gives way to people, `telling` fills the `report`. `returns.actions.imports` does it all
in one transaction.
"""
