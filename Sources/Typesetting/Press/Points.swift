/// PDF measures in points; everything above it measures in millimetres.
enum Points {
    static let perMillimetre = 72 / 25.4
}

extension Double {
    /// This many millimetres, in points.
    var points: Double { self * Points.perMillimetre }
}
