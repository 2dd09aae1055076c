"""Times: TimeBank and AQUAINT, HeidelTime beside it, and the gold claims."""
