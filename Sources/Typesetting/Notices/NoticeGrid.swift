/// The type area of GB/T 9704-2012: 156 by 225 mm with 22 lines, 37 mm below the upper edge and 28 mm from
/// the left one. All in millimetres.
enum NoticeGrid {
    static let left = 28.0
    static let top = 37.0
    static let width = 156.0
    static let linesPerPage = 22
    static let lineHeight = 225.0 / 22
    static let bottom = 262.0
}
