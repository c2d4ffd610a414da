using Hangfire.PostgreSql;
using Npgsql;

namespace CrimeInsight.Data.Jobs;

/// <summary>The job queue uses the pool of the restricted role.</summary>
internal sealed class PooledConnections(NpgsqlDataSource app) : IConnectionFactory
{
    public NpgsqlConnection GetOrCreateConnection() => app.CreateConnection();
}
