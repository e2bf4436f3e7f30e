"""Pages of a list that stay put while rows come and go: each begins after the last row seen."""

from typing import Any

from rest_framework.exceptions import NotFound
from rest_framework.pagination import Cursor, CursorPagination
from rest_framework.request import Request

LONGEST = 18
"""Digits of the longest row number that the database can hold."""


class Paging(CursorPagination):
    """By row number, which never changes and is never used twice; `next` is the way on."""

    ordering = "id"
    page_size = 100
    page_size_query_param = "page_size"
    max_page_size = 500

    def decode_cursor(self, request: Request) -> Cursor | None:
        """A place in the list that this API gave; anything else is no place."""
        cursor = super().decode_cursor(request)
        if cursor is not None and not _is_row(cursor.position):
            raise NotFound(self.invalid_cursor_message)
        return cursor


def _is_row(position: Any) -> bool:
    return position is None or (
        position.isascii() and position.isdigit() and len(position) <= LONGEST
    )
