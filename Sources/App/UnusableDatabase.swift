import Storage

/// Why an installation cannot start on its database, and what whoever starts it can do.
public struct UnusableDatabase: Error, Hashable, CustomStringConvertible {
    let cause: StorageError

    /// For the operator.
    public var description: String {
        switch cause {
        case .unreachable(let words) where cause.isOutOfConnections:
            "PostgreSQL 的连接已经用完（\(words)）：请增大 max_connections，或减小各节点的 database_connections。"
        case .unreachable(let words): "连接不上数据库：\(words)"
        case .busy, .timeout, .serialization: "数据库太忙，没有在时限内答复：请稍后再启动。"
        case .full: "数据库所在的磁盘已满：请腾出空间后再启动。"
        case .readOnly: "数据库只能读、不能写：请检查磁盘是否只读、文件的权限，或所连的是不是备机。"
        case .io(let words): "数据库的文件打不开或磁盘出错（\(words)）：请检查目录、权限和磁盘。"
        case .damaged(let words): "数据库文件已损坏或不是数据库（\(words)）：请保留原文件，从备份恢复。"
        case .changedMigration(let label): "迁移 \(label) 在应用以后被改过：程序与数据库不配，请换回原来的程序。"
        default: "数据库不能使用：\(cause)"
        }
    }

    /// An error of the database in these words; any other as it is.
    static func explaining<T>(_ work: () async throws -> T) async throws -> T {
        do { return try await work() } catch let error as DatabaseUnavailable {
            throw UnusableDatabase(cause: error.cause)
        } catch let error as StorageError {
            throw UnusableDatabase(cause: error)
        }
    }
}
