from benchmarks.results import Results
def plot(results: Results) -> str: return ""
