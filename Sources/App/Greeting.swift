import Foundation
import HTTPTypes
import Web

extension Installation {
    /// What `minben serve` prints when it listens.
    public func greeting(port: Int) -> String {
        let address = "http://\(configuration.host == "127.0.0.1" ? "localhost" : configuration.host):\(port)"
        guard configuration.isDemo else { return "民本已启动：\(address)" }
        return """
            民本已启动：\(address)
            演示账号（口令都是 minben-demo-2026）：
              zhangwei 张伟（市民）    chenjing 陈静（星湖餐饮办事人）    clerk 综合窗口
              officer-scjg 李敏（市场监管经办）  head-scjg（市场监管负责人）
              officer-wsjk / head-wsjk 卫健    officer-zjj / head-zjj 住建    officer-xfjy / head-xfjy 消防
              leader 分管副区长    supervisor 监察    其余部门与街道：officer-<部门>、head-<部门>
            """
    }

    /// One line for each route: method, path, policy, journal action.
    public static func routeTable(_ configuration: Configuration) async throws -> [String] {
        try await temporary(configuration).routes().map { route in
            [route.method.rawValue, route.path, route.policy, route.journal ?? "-", route.title].joined(
                separator: "\t")
        }.sorted()
    }
}
