import Foundation

/// The ornamental frame of a certificate: a tinted page, two borders with interlaced waves between them,
/// and a pale rosette behind the text. Copiers lose such fine lines first.
enum CertificateFrame {
    private static let gold = Colour(0xa0_7c35)
    private static let paleGold = Colour(0xc9_a961, opacity: 0.28)
    private static let width = Orientation.landscape.width
    private static let height = Orientation.landscape.height

    static let marks: [Mark] = tint + borders + waves + corners + rosette

    private static let tint: [Mark] = [
        .box(Box(at: Point(x: 8, y: 8), width: width - 16, height: height - 16, fill: Colour(0xfd_faf3)))
    ]

    private static let borders: [Mark] = [(8.0, 1.1), (9.8, 0.25), (18.2, 0.25), (19.4, 0.6)].map {
        inset, thickness in
        .box(
            Box(
                at: Point(x: inset, y: inset), width: width - 2 * inset, height: height - 2 * inset,
                frame: gold, frameWidth: thickness))
    }

    /// Four phases of one wave along a closed path through the middle of the band.
    private static let waves: [Mark] = (0..<4).map { phase in
        .stroke(Stroke(wave(phase: Double(phase) * .pi / 2), width: 0.18, colour: gold, isClosed: true))
    }

    private static func wave(phase: Double) -> [Point] {
        let inset = 14.0
        let across = width - 2 * inset
        let down = height - 2 * inset
        return edge(from: Point(x: inset, y: inset), along: (1, 0), length: across, phase: phase)
            + edge(from: Point(x: inset + across, y: inset), along: (0, 1), length: down, phase: phase)
            + edge(
                from: Point(x: inset + across, y: inset + down), along: (-1, 0), length: across, phase: phase)
            + edge(from: Point(x: inset, y: inset + down), along: (0, -1), length: down, phase: phase)
    }

    /// A whole number of waves between two corners, flat at both ends so that the sides meet.
    private static func edge(
        from start: Point, along way: (x: Double, y: Double), length: Double, phase: Double
    ) -> [Point] {
        let waves = (length / 11).rounded()
        let steps = Int(length * 2)
        return (0..<steps).map { step in
            let part = Double(step) / Double(steps)
            let taper = min(1, min(part, 1 - part) * length / 6)
            let swing = 3.3 * taper * sin(2 * .pi * waves * part + phase)
            let distance = part * length
            return Point(
                x: start.x + way.x * distance - way.y * swing, y: start.y + way.y * distance + way.x * swing)
        }
    }

    private static let corners: [Mark] = [14, width - 14].flatMap { x in
        [14, height - 14].flatMap { y in corner(at: Point(x: x, y: y)) }
    }

    /// Two flowers of interlaced lines on a plain square that hides the ends of the waves.
    private static func corner(at centre: Point) -> [Mark] {
        let square = Box(
            at: Point(x: centre.x - 4.2, y: centre.y - 4.2), width: 8.4, height: 8.4, fill: Colour(0xfd_faf3),
            frame: gold, frameWidth: 0.25)
        return [.box(square)]
            + [0, Double.pi].map { phase in
                .stroke(flower(at: centre, radius: 2.5, swing: 1.3, petals: 8, phase: phase, colour: gold))
            }
    }

    private static let rosette: [Mark] = (0..<6).map { ring in
        .stroke(
            flower(
                at: Point(x: width / 2, y: height / 2), radius: 34 + Double(ring) * 1.2, swing: 9, petals: 12,
                phase: Double(ring) * .pi / 3, colour: paleGold))
    }

    /// A circle whose radius swings as it goes round.
    private static func flower(
        at centre: Point, radius: Double, swing: Double, petals: Int, phase: Double, colour: Colour
    ) -> Stroke {
        let points = (0..<720).map { step in
            let angle = Double(step) * .pi / 360
            let distance = radius + swing * sin(Double(petals) * angle + phase)
            return Point(x: centre.x + distance * cos(angle), y: centre.y + distance * sin(angle))
        }
        return Stroke(points, width: 0.16, colour: colour, isClosed: true)
    }
}
