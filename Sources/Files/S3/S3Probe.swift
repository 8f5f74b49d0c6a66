extension S3Bucket {
    func probe() async throws {
        do {
            try await client.outcome(of: S3Request(method: "HEAD", path: "/\(client.address.bucket)"))
        } catch let refusal as S3Refusal {
            throw unusable(Self.reason(refusal.status))
        } catch let error as ContentUnavailable {
            throw unusable("连接不上或者没有正常应答：\(error.description)")
        }
    }

    /// The answer to HEAD has no body: its status is all there is to go by.
    private static func reason(_ status: UInt) -> String {
        switch status {
        case 404: "没有这个存储桶"
        case 401, 403: "密钥不被接受，或者无权使用这个存储桶（本机时钟不准也会这样）"
        case 301, 307, 308, 400: "存储桶不在这个 endpoint 或 region"
        default: "应答状态是 \(status)"
        }
    }

    private func unusable(_ reason: String) -> UnusableStore {
        UnusableStore(description: "文件存储 \(client.address) 不能使用：\(reason)")
    }
}
