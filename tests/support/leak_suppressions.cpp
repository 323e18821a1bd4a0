// Read by the leak checker of the address sanitizer: what fontconfig keeps for the life of a process is not ours.
extern "C" const char* __lsan_default_suppressions();  // NOLINT
extern "C" const char* __lsan_default_suppressions() { return "leak:libfontconfig"; }
