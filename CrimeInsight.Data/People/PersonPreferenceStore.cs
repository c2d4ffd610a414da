using CrimeInsight.Core.People;
using Dapper;
using Npgsql;

namespace CrimeInsight.Data.People;

internal sealed class PersonPreferenceStore(NpgsqlDataSource dataSource) : IPersonPreferenceStore
{
    private const string SaveSql = """
        UPDATE crime.person
        SET culture = coalesce(@culture, culture),
            theme = coalesce(@theme, theme),
            text_scale = coalesce(@textScale, text_scale)
        WHERE id = @personId
        """;

    public async Task SaveAsync(Guid personId, PersonPreferences preferences, CancellationToken cancellationToken)
    {
        var values = new { personId, culture = preferences.Culture, theme = preferences.Theme, textScale = preferences.TextScalePercent };
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        await connection.ExecuteAsync(new CommandDefinition(SaveSql, values, cancellationToken: cancellationToken));
    }
}
