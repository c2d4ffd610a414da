using System.Data;
using System.Text.Json;
using Dapper;

namespace CrimeInsight.Data.Connections;

/// <summary>Dapper's process-wide conventions, set once.</summary>
internal static class DapperSetup
{
    private static int s_done;

    public static void Apply()
    {
        if (Interlocked.Exchange(ref s_done, 1) == 1)
            return;
        DefaultTypeMap.MatchNamesWithUnderscores = true;
        SqlMapper.AddTypeHandler(new DateHandler());
    }

    /// <summary>Names by language, from a jsonb column read as text.</summary>
    public static Dictionary<string, string> ReadNames(string json) => JsonSerializer.Deserialize<Dictionary<string, string>>(json)!;

    private sealed class DateHandler : SqlMapper.TypeHandler<DateOnly>
    {
        public override DateOnly Parse(object value) => value is DateOnly date ? date : DateOnly.FromDateTime((DateTime)value);

        public override void SetValue(IDbDataParameter parameter, DateOnly value) => parameter.Value = value;
    }
}
