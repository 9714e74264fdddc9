"""Those who do the work: other runs, processes of this machine, workers of a cluster."""

from changlai.codes.code import N_, Code

CODES: dict[str, Code] = {
    "changed-meanwhile": Code(
        "error",
        N_("The file changed while the site was being built."),
        N_("Build again when nobody is saving or copying files any more."),
    ),
    "project-busy": Code(
        "error",
        N_("Another run has worked in this project for longer than %(seconds)s seconds, and has not come to its end."),
        N_("Wait for it, or end it, and try again. One that was stopped with Ctrl+Z goes on with `fg`."),
    ),
    "worker-lost": Code(
        "error",
        N_("A process that shared the work ended before it was done (exit status %(status)s)."),
        N_("Most often memory ran out. Close other programs, or build with --jobs 1, which needs the least."),
    ),
    "cluster-unreachable": Code(
        "error",
        N_("No Dask scheduler answers at %(address)s: %(reason)s"),
        N_("Check the address, and that `dask scheduler` runs there and no firewall stands between; or leave out --executor."),
    ),
    "cluster-idle": Code(
        "error",
        N_("The cluster at %(address)s has no workers."),
        N_("Start `dask worker HOST:PORT`, with the scheduler's address, on each machine that is to work; or leave out --executor."),
    ),
    "cluster-differs": Code(
        "error",
        N_("The worker %(worker)s has %(theirs)s, and this machine has %(ours)s: what they make could differ."),
        N_("Give both the same checkout and run `make cluster` on both, with the same Python; then start the worker again."),
    ),
    "cluster-lost": Code(
        "error",
        N_("The cluster at %(address)s gave up: %(reason)s"),
        N_("See what its scheduler and workers print; most often a worker had too little memory. Build again, or leave out --executor."),
    ),
}
