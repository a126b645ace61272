// The executable: the command line of src/faces.
int main() { return 0; }
