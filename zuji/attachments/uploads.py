"""How a file comes in: no more of it reaches the disk than could ever be kept."""

from django.core.files.uploadhandler import TemporaryFileUploadHandler

MOST_RECEIVED = 25 * 1024 * 1024


class CappedUpload(TemporaryFileUploadHandler):
    """Let the rest of a huge file run past: it keeps its true size, by which it is then refused in a sentence."""

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        if start < MOST_RECEIVED:
            super().receive_data_chunk(raw_data, start)
