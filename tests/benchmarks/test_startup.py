"""How long a fresh process takes until the first article is there.  Run with:

python -m pytest tests/benchmarks/test_startup.py -o addopts= -s
"""

import subprocess
import sys
from statistics import median

from uzru.testing import make_report

# Packages are compiled to bytecode when they are installed, so the first of the processes does not count.
ROUNDS = 15
TEXT = make_report(4_000)
PHASES = {
    "attrs": "import attrs",
    "import uzru": "import uzru",
    "the model": "import uzru.model",
    "the stages": "import uzru.loading",
    "the tables": "uzru.parsing.parser.default_parser()",
    "first parse": "uzru.parse(text)",
    "second parse": "uzru.parse(text)",
}
CODE = "import sys, time; text = sys.argv[1]; times = [time.process_time()]\n" + "".join(
    f"{code}; times.append(time.process_time())\n" for code in PHASES.values()
)
CODE += "print(*(1000 * (b - a) for a, b in zip(times, times[1:])))"


def test_the_first_article_of_a_process() -> None:
    """Each phase in milliseconds of processor time, the best of all rounds and the median."""
    rounds = []
    for _ in range(ROUNDS + 1):
        done = subprocess.run([sys.executable, "-c", CODE, TEXT], capture_output=True, text=True, check=True)
        rounds.append([float(time) for time in done.stdout.split()])
    print()
    for name, times in zip(PHASES, zip(*rounds[1:], strict=True), strict=True):
        print(f"{name:14} {min(times):7.1f} ms, median {median(times):7.1f} ms")
    whole = [sum(times[1:6]) for times in rounds[1:]]  # beyond bare Python with attrs
    print(f"{'until then':14} {min(whole):7.1f} ms, median {median(whole):7.1f} ms")
