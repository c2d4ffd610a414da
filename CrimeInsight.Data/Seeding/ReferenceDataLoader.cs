using System.Security.Cryptography;
using CrimeInsight.Core;
using Npgsql;

namespace CrimeInsight.Data.Seeding;

/// <summary>
/// Loads the tables of seed-data into the reference schema, in one transaction, when they differ from what is loaded. Rows are
/// matched by their codes: ordinals and ids already given out never change.
/// </summary>
internal sealed class ReferenceDataLoader(string folder)
{
    private static readonly string[] s_files =
    [
        "states.csv", "districts.csv", "population.csv", "crime-heads.csv", "statutes.csv", "statute-pairs.csv", "holidays.csv",
        "ncrb-state.csv", "ncrb-district.csv", "official-figures.csv", "state-rates.csv", "cities.csv",
    ];

    private const string LoadedHashSql = """
        SELECT reference_hash
        FROM crime.data_state
        FOR UPDATE
        """;

    private const string FinishSql = """
        UPDATE crime.data_state
        SET reference_hash = @hash,
            reference_version = reference_version + 1
        """;

    /// <returns>True when tables were loaded; false when they were current.</returns>
    public async Task<bool> LoadAsync(string ownerConnectionString, CancellationToken cancellationToken)
    {
        var hash = await HashAsync(cancellationToken);
        await using var connection = new NpgsqlConnection(ownerConnectionString);
        await connection.OpenAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await using (var loaded = new NpgsqlCommand(LoadedHashSql, connection, transaction))
            if (await loaded.ExecuteScalarAsync(cancellationToken) as string == hash)
                return false;

        foreach (var file in s_files)
            await StageAsync(connection, file, cancellationToken);
        await using (var merge = new NpgsqlCommand(ReferenceDataSql.Merge, connection, transaction) { CommandTimeout = 120 })
            await merge.ExecuteNonQueryAsync(cancellationToken);
        await using (var finish = new NpgsqlCommand(FinishSql, connection, transaction))
        {
            finish.Parameters.AddWithValue("hash", hash);
            await finish.ExecuteNonQueryAsync(cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
        return true;
    }

    private string PathOf(string file)
    {
        var path = Path.Combine(folder, file);
        return File.Exists(path)
            ? path
            : throw new OperatorException($"The reference table '{path}' is missing. Restore the folder 'seed-data' beside the app, then start again.");
    }

    private async Task<string> HashAsync(CancellationToken cancellationToken)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in s_files)
            hash.AppendData(await File.ReadAllBytesAsync(PathOf(file), cancellationToken));
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    // The header of our own file gives the columns; all text, cast by the merge.
    private async Task StageAsync(NpgsqlConnection connection, string file, CancellationToken cancellationToken)
    {
        var table = "seed_" + Path.GetFileNameWithoutExtension(file).Replace('-', '_');
        using var reader = new StreamReader(PathOf(file));
        var header = await reader.ReadLineAsync(cancellationToken) ?? throw new OperatorException($"The reference table '{file}' is empty.");
        var columns = string.Join(", ", header.Split(',').Select(column => $"\"{column}\" text"));
        await using (var create = new NpgsqlCommand($"CREATE TEMP TABLE {table} ({columns}) ON COMMIT DROP", connection))
            await create.ExecuteNonQueryAsync(cancellationToken);
        await using var copy = await connection.BeginTextImportAsync($"COPY {table} FROM STDIN (FORMAT csv)", cancellationToken);
        var buffer = new char[65536];
        int read;
        while ((read = await reader.ReadAsync(buffer, cancellationToken)) > 0)
            await copy.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
    }
}
