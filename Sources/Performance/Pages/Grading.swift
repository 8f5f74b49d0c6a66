import Web

/// Grades beside points, where the model of the period has them.
extension Assessment {
    var isGraded: Bool { !model.scale.isEmpty }

    func grade(_ points: Int?) -> String? { points.flatMap(model.scale.name) }

    /// `92.50 分（优秀）`.
    func pointsWords(_ points: Int) -> String {
        "\(points.pointsText) 分\(grade(points).map { "（\($0)）" } ?? "")"
    }

    /// The column of a table of points; none in a model without grades.
    var gradeColumns: [Table.Column] { isGraded ? [.init("等次")] : [] }

    /// What stands in it.
    func gradeCells(_ points: Int?) -> [HTML] { isGraded ? ["\(grade(points) ?? "—")"] : [] }
}
