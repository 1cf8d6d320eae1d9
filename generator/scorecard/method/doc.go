// Package method is the arithmetic of composite indices on columns of numbers.
// It knows no indicator, no jurisdiction and no file, so that every rule can be
// held against published results and measured on its own.
//
// A column has one number for every row; a row is a unit in a period, and the
// rows of one unit stand together in the order of time ([Shape]). What is not
// known is [Missing], what does not apply is [Outside]. The way of the data is
//
//	raw -> divided -> filled -> treated -> score -> tree
//
// with one function each: [Divide], [CarryForward] and [GroupMean],
// [Outliers.Treat], [Posts.Score] and [Scale.Score], [Sheet.Run].
//
// Two things make the same input the same bits on every machine. Sums run in
// the order of the column or of the tree, and a product is rounded before it is
// added: float64(w*x) is written out because a processor may otherwise fuse the
// two steps. Logarithms and powers of e are computed here ([Log], [Exp]), since
// those of the standard library differ in the last bit between processors.
//
// The methods and their names follow OECD/JRC, Handbook on Constructing
// Composite Indicators (2008), and the R package COINr 1.1 (Becker et al.,
// Journal of Open Source Software 7(78), 2022, 4567).
package method
