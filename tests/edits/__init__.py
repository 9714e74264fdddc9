"""Everything that people, editors, disks and CI do to a project between two builds, as small functions drawn at random."""
