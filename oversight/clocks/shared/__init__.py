"""Selects that several clocks build on; no clock imports another."""
