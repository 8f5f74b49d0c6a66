/// The round seal of an organ: a ring, a star, and the organ's name along the ring from left to right
/// (国发〔1999〕25号, 国务院关于国家行政机关和企业事业单位社会团体印章管理的规定).
public struct Seal: Sendable, Hashable {
    /// The organ's full name.
    public let name: String
    /// What the seal is for, in a straight line under the star: `行政审批专用章`.
    public let purpose: String?
    /// The seal's centre.
    public var centre: Point
    /// The diameter in millimetres. The regulation gives organs of a district 42 mm.
    public var diameter: Double

    /// A seal around `centre`. Control characters in the names are dropped.
    public init(_ name: String, purpose: String? = nil, centre: Point, diameter: Double = 42) {
        self.name = printable(name)
        self.purpose = purpose.map(printable)
        self.centre = centre
        self.diameter = diameter
    }
}
