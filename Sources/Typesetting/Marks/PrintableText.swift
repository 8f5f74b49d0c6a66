/// The text as it may stand on paper: line breaks and tabs become one space, and every other control or
/// invisible formatting character is dropped.
///
/// A name that carries bidirectional overrides or zero-width characters would print differently from
/// what was examined, so that a certificate could be made to say something else than its record.
func printable(_ text: String) -> String {
    var kept = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
        if scalar.properties.isWhitespace {
            if !isBreak(scalar) || kept.last != " " { kept.append(isBreak(scalar) ? " " : scalar) }
        } else if isVisible(scalar) {
            kept.append(scalar)
        }
    }
    return String(kept)
}

private func isBreak(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator: true
    default: false
    }
}

private func isVisible(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .surrogate, .unassigned: false
    default: true
    }
}
