/// The parts around the table of fields.
extension CertificateSheet {
    var heading: TextBlock {
        TextBlock(
            title, at: Point(x: 30, y: 25), width: 237,
            style: TextStyle(.title, sizePoints: title.count > 12 ? 28 : 40, isBold: true), alignment: .centre
        )
    }

    /// Organ and date on the right, the seal pressing both.
    var signature: [Mark] {
        let place = Point(x: 149, y: 153)
        let label = TextStyle(.hei, sizePoints: 12, colour: .grey)
        let value = TextStyle(.song, sizePoints: 14)
        let long = TextStyle(.song, sizePoints: issuer.count > 16 ? 10 : 14)
        return [
            .text(TextBlock("发证机关", at: place, width: 24, style: label)),
            .text(TextBlock(issuer, at: Point(x: place.x + 26, y: place.y - 0.8), width: 84, style: long)),
            .text(TextBlock("发证日期", at: Point(x: place.x, y: place.y + 13), width: 24, style: label)),
            .text(
                TextBlock(
                    issuedOn, at: Point(x: place.x + 26, y: place.y + 12.2), width: 84, style: value)),
            .seal(Seal(issuer, centre: Point(x: 216, y: place.y + 9))),
        ]
    }

    var foot: [Mark] {
        let style = TextStyle(.hei, sizePoints: 8, colour: .grey)
        let identity = TextBlock(
            "电子证照标识  \(identifier)", at: Point(x: 38, y: 183.5), width: 160, style: style)
        guard let remark else { return [.text(identity)] }
        let words = TextBlock(
            remark, at: Point(x: 200, y: 183.5), width: 59, style: style, alignment: .right)
        return [.text(identity), .text(words)]
    }
}
