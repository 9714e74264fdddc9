"""python -m tests.audit FOLDER BASE_URL"""

import sys
from collections import Counter
from pathlib import Path

from tests.audit import audit
from tests.audit.site import Site

folder, base = Path(sys.argv[1]), sys.argv[2]
faults = audit(folder, base)
real = Counter(page.lang for page in Site(folder, base).pages.values() if page.real)
sys.stdout.write("".join(f"{fault}\n" for fault in faults) + f"{dict(sorted(real.items()))} pages, {len(faults)} faults\n")
sys.exit(bool(faults))
