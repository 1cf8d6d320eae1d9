// Package reliability says how far coders who judge the same things agree: by
// percent agreement, Cohen's kappa for two coders, and Krippendorff's alpha for
// any number with gaps. It knows codes and no people: a result belongs to a
// question or a pillar, never to a coder.
//
//	a := reliability.Alpha(codes, reliability.Ordinal)
//	if a.Known {
//		fmt.Printf("%.3f", a.Value) // 0.815
//	}
//
// Where nothing varies, neither kappa nor alpha is defined: then they are not
// known, and percent agreement is all that can be told.
//
// The words usually put to alpha (firm from 0.80, tentative from 0.667) belong
// to whoever publishes it and are not in here.
package reliability
