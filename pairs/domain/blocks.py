"""A large matrix is gone through by blocks of rows, as many as fit into a processor's cache."""

from collections.abc import Iterator

CELLS = 1 << 17


def blocks(shape: tuple[int, ...]) -> Iterator[slice]:
    """Slices of the rows; one at least, though it be empty."""
    step = max(1, CELLS // max(1, shape[1]))
    for start in range(0, max(1, shape[0]), step):
        yield slice(start, min(start + step, shape[0]))
