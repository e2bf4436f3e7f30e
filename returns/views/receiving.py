"""Receiving large files: straight to disk, and no further than the limit."""

from typing import Any

from django.core.files.uploadhandler import FileUploadHandler, StopUpload
from django.http import HttpRequest

from returns.actions import uploads


class Bounded(FileUploadHandler):
    """Stands before Django's own handlers, and stops keeping what goes beyond the limit.

    What was sent before that is still there: the form's fields, and the files that were whole.
    """

    def __init__(self, request: HttpRequest) -> None:
        super().__init__(request)
        self.received = 0

    @property
    def exceeded(self) -> bool:
        return self.received > uploads.MOST

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes:
        self.received += len(raw_data)
        if self.exceeded:
            raise StopUpload(connection_reset=False)
        return raw_data

    def file_complete(self, file_size: int) -> Any:
        """The handlers that follow make the file."""
        return None
