/// Labels on the left, values on the right, a hairline under each row. The type becomes smaller until all
/// rows fit their height: a certificate keeps to one page, and nothing on it is cut off.
struct FieldTable {
    let fields: [CertificateField]
    let origin: Point
    let width: Double
    let labelWidth: Double
    let height: Double

    private static let sizesPoints: [Double] = [16, 15, 14, 13, 12, 11, 10, 9, 8, 7, 6]

    func marks() throws(TypesettingError) -> [Mark] {
        for size in Self.sizesPoints {
            let rows = fields.map { row($0, sizePoints: size) }
            let needed = rows.reduce(0) { $0 + $1.height }
            guard needed <= height else { continue }
            // What is left over opens the rows, but never beyond what still reads as one table.
            return place(rows, gap: min((height - needed) / Double(max(rows.count, 1)), 4))
        }
        throw .doesNotFit("证照内容")
    }

    private struct Row {
        var label: TextBlock
        var value: TextBlock
        var height: Double
    }

    private func row(_ field: CertificateField, sizePoints: Double) -> Row {
        let label = TextBlock(
            field.label, at: origin, width: labelWidth - 3,
            style: TextStyle(.hei, sizePoints: min(sizePoints, 13), colour: .grey))
        let value = TextBlock(
            field.value, at: Point(x: origin.x + labelWidth, y: origin.y), width: width - labelWidth,
            style: TextStyle(.song, sizePoints: sizePoints))
        return Row(label: label, value: value, height: max(label.height(), value.height()) + 2.4)
    }

    private func place(_ rows: [Row], gap: Double) -> [Mark] {
        var top = origin.y
        return rows.flatMap { row -> [Mark] in
            let height = row.height + gap
            let label = row.label.centred(in: height, from: top)
            let value = row.value.centred(in: height, from: top)
            top += height
            let rule = Stroke.line(
                from: Point(x: origin.x, y: top), to: Point(x: origin.x + width, y: top), width: 0.15,
                colour: Colour(0xc9_a961))
            return [.text(label), .text(value), .stroke(rule)]
        }
    }
}
