"""How throughput grows with processes.  Run with: python -m pytest tests/benchmarks/test_processes.py -o addopts= -s"""

import os
import time
from multiprocessing import forkserver
from pathlib import Path

import uzru

ARTICLES = 600


def test_articles_a_second_by_processes() -> None:
    """The packaged reports again and again: by the clock, and by processor time of all workers and of who asks."""
    seeds = [article.text for article in uzru.load_seeds()]
    texts = [f"{seeds[number % len(seeds)]}\n\nNumber {number}." for number in range(ARTICLES)]
    alone = 0.0
    print(f"\n{os.cpu_count()} processors, load {os.getloadavg()[0]:.1f}")
    for processes in (1, 2, 4):
        clock, own, workers = time.perf_counter(), time.process_time(), _ended()
        found = sum(isinstance(one, uzru.Article) for one in uzru.parse_many(texts, processes=processes))
        clock, own = time.perf_counter() - clock, time.process_time() - own
        time.sleep(0.5)
        workers = _ended() - workers
        alone = alone or clock
        assert found == ARTICLES
        print(
            f"{processes} processes: {found / clock:.0f} articles a second, {alone / clock:.2f} times one process; "
            f"for an article {1_000 * workers / found:.1f} ms in workers, {1_000 * own / found:.1f} ms where asked"
        )


def _ended() -> float:
    """The processor time of all workers that have ended, in seconds, where the system tells."""
    server = getattr(forkserver._forkserver, "_forkserver_pid", None)
    told = Path(f"/proc/{server}/stat")
    if server is None or not told.exists():
        return 0.0
    fields = told.read_text(encoding="ascii").rpartition(")")[2].split()
    return (int(fields[13]) + int(fields[14])) / os.sysconf("SC_CLK_TCK")
