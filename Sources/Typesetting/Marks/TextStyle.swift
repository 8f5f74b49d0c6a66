/// The faces of Chinese official documents.
///
/// GB/T 9704-2012 prescribes 小标宋, 仿宋, 楷体 and 黑体, which are not free: each is asked for by its
/// names first, and the free Noto CJK face nearest to it stands in where it is not installed.
public enum Typeface: String, Sendable, Hashable, CaseIterable {
    /// 小标宋, for titles.
    case title
    /// 仿宋, for body text.
    case fangsong
    /// 楷体, for names of signers and second-level headings.
    case kai
    /// 宋体, for tables and page numbers.
    case song
    /// 黑体, for labels and first-level headings.
    case hei

    /// The families to try, in order, in the form Pango reads.
    var families: String {
        switch self {
        case .title: "FZXiaoBiaoSong-B05S,方正小标宋简体,STZhongsong,华文中宋,Noto Serif CJK SC"
        case .fangsong: "FangSong_GB2312,仿宋_GB2312,FangSong,仿宋,STFangsong,Noto Serif CJK SC"
        case .kai: "KaiTi_GB2312,楷体_GB2312,KaiTi,楷体,STKaiti,Noto Serif CJK SC"
        case .song: "SimSun,宋体,STSong,Noto Serif CJK SC"
        case .hei: "SimHei,黑体,STHeiti,Noto Sans CJK SC"
        }
    }
}

/// How letters look.
public struct TextStyle: Sendable, Hashable {
    /// The face.
    public var face: Typeface
    /// The size in points: 2号 is 22, 3号 is 16, 4号 is 14, 小四 is 12.
    public var sizePoints: Double
    /// Whether the letters are bold.
    public var isBold: Bool
    /// The colour of the ink.
    public var colour: Colour

    /// Letters of this face and size, in black unless said otherwise.
    public init(
        _ face: Typeface, sizePoints: Double, isBold: Bool = false, colour: Colour = .ink
    ) {
        self.face = face
        self.sizePoints = sizePoints
        self.isBold = isBold
        self.colour = colour
    }

    /// The width of one Chinese character in millimetres.
    public var emMillimetres: Double { sizePoints / Points.perMillimetre }
}
