import Typesetting
import Web

/// A QR code on a page, drawn as lines of dark modules.
public struct QRPicture: Sendable {
    private let matrix: QRMatrix
    private let label: String

    /// The light margin that the standard demands on every side, in modules.
    private static let margin = 4

    /// - Throws: `TypesettingError` when the text is longer than a QR code can hold.
    public init(_ text: String, label: String) throws {
        matrix = try QRMatrix(text)
        self.label = label
    }

    /// The picture.
    public var html: HTML {
        """
        <svg class="qr" viewBox="0 0 \(edge) \(edge)" width="220" height="220" role="img" aria-label="\(label)" \
        shape-rendering="crispEdges"><path fill="#fff" d="M0 0h\(edge)v\(edge)H0z"/>\
        <path fill="#000" d="\(path)"/></svg>
        """
    }

    private var edge: Int { matrix.side + 2 * Self.margin }

    private var path: String {
        (0..<matrix.side).flatMap { row in
            runs(row).map {
                "M\($0.lowerBound + Self.margin) \(row + Self.margin)h\($0.count)v1h-\($0.count)z"
            }
        }.joined()
    }

    /// The dark stretches of a row.
    private func runs(_ row: Int) -> [Range<Int>] {
        var runs: [Range<Int>] = []
        for column in 0..<matrix.side where matrix.isDark(row: row, column: column) {
            if let last = runs.last, last.upperBound == column {
                runs[runs.count - 1] = last.lowerBound..<column + 1
            } else {
                runs.append(column..<column + 1)
            }
        }
        return runs
    }
}
