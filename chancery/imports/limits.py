"""How much an upload may hold; beyond it the file is refused in words."""

from typing import Final

MAX_BYTES: Final = 10 * 1024 * 1024
MAX_ROWS: Final = 20_000
MAX_COLUMNS: Final = 100
# Characters in one cell.
MAX_CELL: Final = 10_000
# A workbook is a packed folder: what it unpacks to, from how many files, and how many
# times its packed size a file may grow (a zip bomb grows a thousand times).
MAX_UNZIPPED: Final = 100 * 1024 * 1024
MAX_ZIP_FILES: Final = 2_000
MAX_ZIP_RATIO: Final = 300
# Below this size a file may grow as it likes: empty tables pack very well.
SMALL_ENTRY: Final = 5 * 1024 * 1024

# So many rows are checked and imported at once; more are left to a job.
AT_ONCE: Final = 200
# So many problems, likely duplicates and new references are kept with an upload.
MAX_PROBLEMS: Final = 5_000
MAX_TWINS: Final = 500
MAX_MADE: Final = 500
# Days after which the file and what quotes it are forgotten.
KEPT_DAYS: Final = 30
