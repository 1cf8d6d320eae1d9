// Command bench measures tipscore and prints the table of the README's
// performance section:
//
//	go run ./generator/internal/bench          # or: make bench
//	go run ./generator/internal/bench -quick   # a tenth of the size
//	go run ./generator/internal/bench -json    # the same figures for programs
//	go run ./generator/internal/bench -only check,serve
//
// It makes its inputs in a temporary folder (package synthetic), runs the
// program as a user does, and counts what the system says of each process:
// elapsed time, processor time and peak memory. docs/performance.md tells what
// each line means.
//
// Invariants: the inputs are the same on every machine; the repository is only
// read, but for bin/tipscore, which is built if it is not there. A process that
// is measured is started by this one, and Linux counts the memory of the
// starting process into the peak of the new one, so this process stays small:
// it makes inputs, and reads the workbook with excelize, in processes of their
// own.
package main
