/// About where something is: degrees (WGS 84) with three decimals, some hundred metres, so that nobody's door is pointed at.
struct RoughPlace: Sendable, Hashable {
    let longitude: Double
    let latitude: Double

    /// The place of a stored point, `112.472100,23.051500`; nil for what is none.
    init?(_ point: String) {
        let parts = point.split(separator: ",", omittingEmptySubsequences: false)
        let degrees = parts.compactMap { Double($0) }
        guard parts.count == 2, degrees.count == 2, (-180...180).contains(degrees[0]),
            (-90...90).contains(degrees[1])
        else { return nil }
        (longitude, latitude) = (Self.rough(degrees[0]), Self.rough(degrees[1]))
    }

    /// As a person reads it.
    var words: String { "东经 \(longitude)°，北纬 \(latitude)°" }

    private static func rough(_ degrees: Double) -> Double { (degrees * 1_000).rounded() / 1_000 }
}
