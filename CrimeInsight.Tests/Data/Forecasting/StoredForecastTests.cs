using System.Globalization;
using CrimeInsight.Core.Forecasting;
using CrimeInsight.Core.Forecasting.Combination;
using CrimeInsight.Core.Forecasting.Stored;
using CrimeInsight.Core.Incidents;
using CrimeInsight.Core.Jurisdictions;
using CrimeInsight.Core.People;
using CrimeInsight.Core.Queries;
using CrimeInsight.Data.Forecasting;
using CrimeInsight.Tests.Support;
using Dapper;
using Npgsql;

namespace CrimeInsight.Tests.Data.Forecasting;

public sealed class StoredForecastTests(ForecastDatabase database) : IClassFixture<ForecastDatabase>, IAsyncLifetime
{
    private const string StoredSql = """
        SELECT ordinal, step, head_id, obstacle
        FROM crime.forecast
        ORDER BY ordinal, step, head_id
        """;

    private const string InsertSql = """
        INSERT INTO crime.forecast (ordinal, step, head_id, level, obstacle, history_from, data_version, run_id)
        VALUES (0, 0, 0, 0, 2, '2021-01-01', 1, gen_random_uuid())
        """;

    // The data end before the last day of 2024, so December is not complete.
    private static readonly DateOnly s_asOf = new(2024, 12, 1);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        if (await database.ScalarAsync<bool>("SELECT EXISTS (SELECT 1 FROM crime.forecast)"))
            return;
        var owner = await database.AddOwnerAsync("IN-GA");
        await database.NewRunner().RunAsync(await database.AskAsync(owner), owner.PersonId, Token);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Stored_EveryMonthlySeries_IsWithheldExactlyWhereAQueryWithholds()
    {
        var admin = await database.AddOwnerAsync("IN");
        var random = new Random(5);
        var rows = (await StoredAsync(database.Fixture.Owner)).Where(row => row.Step == 0).ToArray();
        random.Shuffle(rows);
        var withheld = 0;
        foreach (var row in rows.Take(150))
        {
            var (place, head) = Names(row);
            var answer = await MonthsAsync(place, head, admin);
            var stored = await database.Reader.FindAsync(place, head, SeriesStep.Month, admin, Token);
            Assert.Equal(answer.Withheld is not null
                || answer.Rows.Any(month => month.IsSuppressed), stored!.Outcome is ForecastImpossible { Obstacle: ForecastObstacle.Suppressed });
            if (stored.History.IsEmpty)
                withheld++;
            else
                Assert.Equal(answer.Rows.Where(month => month.Values[0] > 0).Sum(month => month.Values[0]), stored.History.Sum());
        }

        Assert.InRange(withheld, 1, 149);
    }

    [Fact]
    public async Task Stored_SeriesWithAForecast_CarriesWhatItRestsOn()
    {
        var admin = await database.AddOwnerAsync("IN");
        var stored = await database.Reader.FindAsync("IN-GA", "all", SeriesStep.Month, admin, Token);
        var report = Assert.IsType<ForecastReport>(stored!.Outcome);
        Assert.Equal([50, 80, 95], report.Bands.Select(band => band.LevelPercent));
        Assert.Equal(12, report.Mean.Length);
        Assert.All(report.Bands,
            band => Assert.All(Enumerable.Range(0, 12), step => Assert.InRange(report.Mean[step], band.Lower[step] - 0.01, band.Upper[step] + 0.01)));
        Assert.True(report.TrackRecord.Origins >= 12);
        Assert.NotNull(report.OwnRecord?.Mase);
        Assert.Equal(1, report.Members.Sum(member => member.Weight), 3);
        Assert.Equal(new DateOnly(2021, 1, 1), stored.From);
        Assert.Equal(s_asOf.Year * 12 + s_asOf.Month - 2021 * 12 - 1, stored.History.Length);
        Assert.Equal(await database.ScalarAsync<long>("SELECT data_version FROM crime.data_state"), stored.DataVersion);
        // Recomputed from the same history and calibration it is the same, up to the digits stored.
        var again = (ForecastReport)Forecaster.Run(
            new ForecastRequest(stored.History, 12, levelsPercent: [50, 80, 95]), await database.Reader.FindCalibrationAsync(SeriesStep.Month, Token));
        Assert.Equal(again.Model, report.Model);
    }

    [Fact]
    public async Task Accuracy_StoredForecasts_AddsUpTheirOwnErrorsByLevel()
    {
        var admin = await database.AddOwnerAsync("IN");
        var found = await database.Reader.AccuracyAsync("IN-GA", "all", admin, Token);
        var state = Assert.Single(found, one => one.Level == JurisdictionLevel.State);
        var report = (ForecastReport)(await database.Reader.FindAsync("IN-GA", "all", SeriesStep.Month, admin, Token))!.Outcome;
        Assert.Equal(1, state.SeriesCount);
        Assert.Equal(report.TrackRecord.ForecastCount, state.Comparisons);
        Assert.Equal(report.OwnRecord!.RootMeanSquareError!.Value, state.RootMeanSquareError, 1e-3 * state.RootMeanSquareError);
        Assert.Equal(report.OwnRecord.AccuracyPercent!.Value, state.AccuracyPercent!.Value, 0.05);
        Assert.Contains(found, one => one.Level == JurisdictionLevel.District);
        var officer = await database.Fixture.AddPersonAsync(PersonRole.Supervisor, database.District);
        Assert.DoesNotContain(await database.Reader.AccuracyAsync(null, "all", officer, Token), one => one.Level < JurisdictionLevel.District);
    }

    [Fact]
    public async Task Stored_WeeklySeries_CountsWholeWeeksFromMondays()
    {
        var admin = await database.AddOwnerAsync("IN");
        var stored = await database.Reader.FindAsync(database.District, "all", SeriesStep.Week, admin, Token);
        var place = database.Queries.Reference.Jurisdictions.Find(database.District)!;
        Assert.Equal(DayOfWeek.Monday, stored!.From.DayOfWeek);
        // Weeks do not count the cases of protected heads.
        var cases = database.Queries.Incidents.Where(incident => !incident.IsSensitive && incident.Ordinal >= place.Ordinal
            && incident.Ordinal < place.OrdinalUntil).ToList();
        if (stored.Outcome is ForecastReport)
            Assert.All(Enumerable.Range(0, stored.History.Length), week => Assert.Equal(
                cases.Count(incident => incident.ReportedOn >= stored.From.AddDays(7 * week) && incident.ReportedOn < stored.From.AddDays(7 * week + 7)),
                stored.History[week]));
    }

    [Fact]
    public async Task Rows_RandomPeople_AreOnlyThoseOfTheirPlaces()
    {
        var all = await StoredAsync(database.Fixture.Owner);
        var tree = database.Queries.Reference.Jurisdictions;
        var random = new Random(7);
        var places = database.Queries.Places.ToArray();
        for (var i = 0; i < 25; i++)
        {
            random.Shuffle(places);
            var viewer = await database.Fixture.AddPersonAsync((PersonRole)random.Next(1, 4), places[..random.Next(1, 4)]);
            var roots = viewer.JurisdictionIds.Select(id => tree.Find(id)!).ToList();
            var seen = await StoredAsync(database.Fixture.App, viewer);
            Assert.Equal(all.Where(row => roots.Any(root => row.Ordinal >= root.Ordinal && row.Ordinal < root.OrdinalUntil)), seen);
        }

        Assert.Empty(await StoredAsync(database.Fixture.App, viewer: null));
    }

    [Fact]
    public async Task RankAsync_StateThePersonSeesAPartOf_RanksOnlyThatPart()
    {
        var admin = await database.AddOwnerAsync("IN");
        var officer = await database.Fixture.AddPersonAsync(PersonRole.Supervisor, database.District);
        var whole = await database.Reader.RankAsync("IN-GA", "all", SeriesStep.Month, admin, Token);
        var part = await database.Reader.RankAsync("IN-GA", "all", SeriesStep.Month, officer, Token);
        Assert.Equal(2, whole.Ranks.Length);
        Assert.Equal([database.District], part.Ranks.Select(rank => rank.JurisdictionCode));
        Assert.Equal(s_asOf, whole.NextFrom);
        Assert.True(whole.Ranks[0].Expected >= whole.Ranks[1].Expected);
        Assert.All(whole.Ranks, rank => Assert.InRange(rank.AgainstRecentMean!.ProbabilityOfMore, 0.0, 1.0));
        Assert.Null(await database.Reader.FindAsync("IN-GA", "all", SeriesStep.Month, officer, Token));
    }

    [Fact]
    public async Task RankAsync_StationWithoutParts_RanksItself() =>
        Assert.Equal(
            [$"{database.District}-1"],
            (await database.Reader.RankAsync($"{database.District}-1", "all", SeriesStep.Month, await database.AddOwnerAsync("IN-GA"), Token)).Ranks.Select(
                rank => rank.JurisdictionCode)
                .DefaultIfEmpty($"{database.District}-1"));

    /// <summary>Where all cases of a place lie in its parts, so do all that are expected; else what is left is expected of the rest.</summary>
    [Fact]
    public async Task Stored_PlacesAndTheirParts_AddUp()
    {
        var admin = await database.AddOwnerAsync("IN");
        var exact = 0;
        foreach (var head in database.Queries.Reference.Heads.All.Where(head => head.Level <= CrimeHeadLevel.Category))
        {
            foreach (var place in (string[])["IN-GA", database.District])
            {
                if (await database.Reader.FindAsync(place, head.Code, SeriesStep.Month, admin, Token) is not { Outcome: ForecastReport whole } stored)
                    continue;
                var parts = new List<StoredForecast>();
                foreach (var child in database.Queries.Reference.Jurisdictions.ChildrenOf(database.Queries.Reference.Jurisdictions.Find(place)!.Id))
                {
                    if (await database.Reader.FindAsync(child.Code, head.Code, SeriesStep.Month, admin, Token) is { Outcome: ForecastReport } part)
                        parts.Add(part);
                }

                if (parts.Count == 0)
                    continue;
                var isWhole = parts.Sum(part => part.History.Sum()) == stored.History.Sum();
                exact += isWhole ? 1 : 0;
                for (var step = 0; step < whole.Mean.Length; step++)
                {
                    var sum = parts.Sum(part => ((ForecastReport)part.Outcome).Mean[step]);
                    Assert.InRange(sum, isWhole ? whole.Mean[step] - 0.001 : 0, whole.Mean[step] + 0.001);
                }
            }
        }

        Assert.True(exact > 0);
    }

    [Fact]
    public async Task Stored_Detail_KeepsErrorsAndAdjustments()
    {
        var detail = ForecastDetail.Read(
            await database.ScalarAsync<string>(
                "SELECT detail::text FROM crime.forecast WHERE obstacle IS NULL AND step = 0 ORDER BY ordinal, head_id LIMIT 1"));
        Assert.Equal(12, detail.Errors.Length);
        Assert.Equal(Enumerable.Range(detail.Errors[0].HistoryLength, 12), detail.Errors.Select(error => error.HistoryLength));
        Assert.Contains(detail.Errors, error => error.Error != 0);
        var report = (ForecastReport)Forecaster.Run(new ForecastRequest(Enumerable.Range(1, 40).Select(value => (double)(value % 7)), 3));
        SeriesAdjustment[] adjustments = [new(AdjustmentKind.Unusual, 17, 3, 1.5), new(AdjustmentKind.Shift, 30, 0, -0.25)];
        Assert.Equal(adjustments, ForecastDetail.Read(ForecastDetail.Write(report with { Adjustments = [.. adjustments] })).Adjustments);
    }

    [Fact]
    public async Task Insert_AppRole_IsRefused()
    {
        await using var connection = await database.Fixture.App.OpenConnectionAsync(Token);
        var refused = await Assert.ThrowsAsync<PostgresException>(() => connection.ExecuteAsync(InsertSql));
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refused.SqlState);
    }

    [Theory]
    [InlineData(PersonRole.Supervisor, "IN")]
    [InlineData(PersonRole.Admin, "IN-TN")]
    public async Task StoreForecasts_SomebodyElse_IsRefused(PersonRole role, string place)
    {
        var viewer = await database.Fixture.AddPersonAsync(role, place);
        var goa = database.Queries.Reference.Jurisdictions.Find("IN-GA")!;
        var run = await database.ScalarAsync<Guid>("SELECT id FROM crime.run LIMIT 1");
        await database.ScalarAsync<int>(
            "UPDATE crime.run SET state = 'running', person_id = CASE WHEN @role = 3 THEN @PersonId ELSE person_id END WHERE id = @run RETURNING 1",
            new { run, viewer.PersonId, role = (int)role });
        await using var session = await CrimeInsight.Data.Connections.PersonSession.OpenAsync(database.Fixture.App, viewer, null, Token);
        var refused = await Assert.ThrowsAsync<PostgresException>(() => session.Connection.ExecuteAsync(
            "SELECT crime.store_forecasts(@run, 'forecasts', 'x', @run, @Ordinal, @OrdinalUntil, '{}', 0::smallint, '{1}'::smallint[], 1)",
            new { run, goa.Ordinal, goa.OrdinalUntil }, session.Transaction));
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refused.SqlState);
    }

    [Fact]
    public async Task ListAsync_PersonWhoIsNoAdministrator_SeesNoRun() =>
        Assert.Empty(await database.Runs.ListAsync(await database.Fixture.AddPersonAsync(PersonRole.Supervisor, "IN"), 10, Token));

    private (string Place, string Head) Names(Row row) =>
        (database.Queries.Reference.Jurisdictions.AtOrdinal(row.Ordinal)!.Code, database.Queries.Reference.Heads.Find(row.HeadId)!.Code);

    private async Task<QueryResult> MonthsAsync(string place, string head, Viewer viewer)
    {
        var query = new IncidentQuery
        {
            Measures = [Measure.Count],
            Dimensions = [Dimension.Month],
            Period = new Period(new DateOnly(2021, 1, 1), s_asOf),
            Jurisdictions = [place],
            Heads = [head],
            Audience = QueryAudience.Screen,
        };
        return await database.Queries.Runner.RunAsync(query, viewer, Token);
    }

    private static async Task<IReadOnlyList<Row>> StoredAsync(NpgsqlDataSource source, Viewer? viewer = null)
    {
        await using var session = await CrimeInsight.Data.Connections.PersonSession.OpenAsync(source, viewer, null, Token);
        return [.. await session.Connection.QueryAsync<Row>(StoredSql, transaction: session.Transaction)];
    }

    private sealed record Row(int Ordinal, short Step, short HeadId, short? Obstacle)
    {
        public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Ordinal}/{Step}/{HeadId}");
    }
}
