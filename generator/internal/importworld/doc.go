// Command importworld makes the data of the programme "world" from the files
// of its sources:
//
//	go run ./generator/internal/importworld -from DIR -to data/world
//
// DIR holds the published files as they were received: the 3P index, the US
// tiers, four lists of treaty parties and the counts of UNODC. From them come
// the workbooks and published-index.csv in data/world. With -atlas FILE, the
// file countries-50m.json of the npm package world-atlas, map.csv is made as
// well. What was read, written and left out is printed.
//
// It is a tool for developers and not part of tipscore. docs/data-world.md says
// what each file is and why it is read the way it is.
//
// Invariants: the same input gives the same bytes. Nothing is dropped in
// silence: a name, a label or a number that is not understood stops the run
// with the file and line, and everything left out on purpose is counted. The
// names and remarks that need human judgement stand in tables/, not in code.
package main
