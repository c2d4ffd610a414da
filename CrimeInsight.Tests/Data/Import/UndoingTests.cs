using CrimeInsight.Core.Import;
using CrimeInsight.Core.Import.Batches;
using CrimeInsight.Core.Incidents;
using CrimeInsight.Core.People;
using CrimeInsight.Data.Import;
using CrimeInsight.Data.People;
using CrimeInsight.Tests.Support;

namespace CrimeInsight.Tests.Data.Import;

/// <summary>Batches taken back, in any order that is allowed, leave exactly what was before them.</summary>
public sealed class UndoingTests(DatabaseServer server) : IAsyncLifetime
{
    // Cases without what only tells of their batch, their sections, their totals, and what is known of the data, but for its version and age.
    private const string StateSql = """
        SELECT md5(concat_ws('|',
            (SELECT string_agg((to_jsonb(i) - 'id')::text, ',' ORDER BY i.key) FROM crime.incident i),
            (SELECT string_agg(r::text, ',' ORDER BY r::text) FROM crime.rollup_month r),
            (SELECT string_agg(r::text, ',' ORDER BY r::text) FROM crime.rollup_hour r),
            (SELECT string_agg(r::text, ',' ORDER BY r::text) FROM crime.rollup_victim r),
            (SELECT string_agg(r::text, ',' ORDER BY r::text) FROM crime.rollup_cell r),
            (SELECT string_agg(r::text, ',' ORDER BY r::text) FROM crime.rollup_month_registered r),
            (SELECT string_agg(r::text, ',' ORDER BY r::text) FROM crime.rollup_victim_registered r),
            (SELECT string_agg(concat_ws(' ', i.key, (to_jsonb(s) - 'incident_id')::text), ',' ORDER BY i.key, s.place)
             FROM crime.incident_section s LEFT JOIN crime.incident i ON i.id = s.incident_id),
            (SELECT count(*) FROM crime.incident_history),
            (SELECT concat_ws(' ', incident_count, first_month, as_of, last_occurred_on, last_reported_on, is_synthetic, coverage, assumed_registrations)
             FROM crime.data_state)))
        """;

    private readonly LoadDatabase _database = new(server);
    private BatchStore _batches = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await _database.InitializeAsync();
        _batches = new BatchStore(
            _database.Fixture.App, new BatchChanger(_database.Fixture.App, _database.Reader, new AuditWriter(_database.Fixture.App)));
    }

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task RollBackAsync_RandomImportsAndUpdates_LeaveWhatWasBeforeEach(int seed)
    {
        var random = new Random(seed);
        var cases = _database.RandomIncidents(seed, 3000).ToList();
        Stack<(Guid Id, string Before)> batches = [];
        for (var step = 0; step < 7; step++)
        {
            if (batches.Count > 0 && random.Next(3) == 0)
            {
                var (id, before) = batches.Pop();
                await _batches.RollBackAsync(id, _database.Admin, null, Cancel);
                Assert.Equal(before, await StateAsync());
            }
            else
            {
                var now = await StateAsync();
                // Small ones are added to the tables of their years, large ones rebuild them.
                var count = random.Next(2) == 0 ? random.Next(1, 60) : random.Next(1000, 3000);
                batches.Push((await LoadAsync(Some(cases, random, count), random.Next(3) > 0), now));
            }

            await RollupsAreExactAsync();
        }

        while (batches.TryPop(out var batch))
        {
            await _batches.RollBackAsync(batch.Id, _database.Admin, null, Cancel);
            Assert.Equal(batch.Before, await StateAsync());
        }

        Assert.Equal(0, await _database.ScalarAsync<long>("SELECT count(*) FROM crime.incident"));
        Assert.Equal(0, await _database.ScalarAsync<long>("SELECT count(*) FROM pg_tables WHERE schemaname = 'staging'"));
    }

    [Fact]
    public async Task RollBackAsync_NotTheLast_TakesOnlyItsOwn()
    {
        var first = await LoadAsync(_database.RandomIncidents(1, 3000, "first"), false);
        await LoadAsync(_database.RandomIncidents(2, 2500, "second"), false);
        var report = await _batches.RollBackAsync(first, _database.Admin, null, Cancel);

        Assert.Equal((3000, 0, 0), (report.Removed, report.Restored, report.Orphaned));
        Assert.Equal("second 2500", await _database.ScalarAsync<string>("SELECT string_agg(DISTINCT source, ',') || ' ' || count(*) FROM crime.incident"));
        await RollupsAreExactAsync();
        Assert.Equal(BatchProblem.RolledBack,
            (await Assert.ThrowsAsync<BatchRefusedException>(() => _batches.RollBackAsync(first, _database.Admin, null, Cancel))).Problem);
        Assert.Equal(3000, (await _database.LoadAsync(_database.RandomIncidents(1, 3000, "first"))).Accepted);
        await RollupsAreExactAsync();
    }

    [Fact]
    public async Task RollBackAsync_CasesOfAnotherState_IsRefusedAndAStatesOwnAreNot()
    {
        var kerala = await _database.Fixture.AddPersonAsync(PersonRole.Admin, "IN-KL");
        var officer = await _database.Fixture.AddPersonAsync(PersonRole.Officer, "IN");
        var own = _database.Reference.Jurisdictions.Find("IN-KL")!;
        var mixed = await LoadAsync(_database.RandomIncidents(5, 300, "mixed"), false);
        var inside = await LoadAsync(
            _database.RandomIncidents(6, 300, "inside").Select(incident => incident with { JurisdictionOrdinal = own.Ordinal }), false);
        var before = await StateAsync();

        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => _batches.RollBackAsync(mixed, kerala, null, Cancel));
        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => _batches.RollBackAsync(inside, officer, null, Cancel));
        Assert.Equal(before, await StateAsync());
        Assert.Equal(300, (await _batches.RollBackAsync(inside, kerala, null, Cancel)).Removed);
        await RollupsAreExactAsync();
    }

    [Fact]
    public async Task LoadAsync_SupersededMonth_TakesTheirPlaceAndGivesItBack()
    {
        var place = _database.Reference.Jurisdictions.Find("IN-KL")!;
        var old = _database.RandomIncidents(8, 3000, "book").ToList();
        await LoadAsync(old, false);
        await LoadAsync(_database.RandomIncidents(9, 500, "other"), false);
        var gone = old.Where(incident => incident.JurisdictionOrdinal >= place.Ordinal && incident.JurisdictionOrdinal < place.OrdinalUntil
            && incident.ReportedOn is { Year: 2021, Month: 3 }).ToList();
        var before = await StateAsync();

        Assert.NotEmpty(gone);
        List<Incident> replacing = [gone[0], gone[0] with { SourceReference = "new" }];
        var batch = Guid.NewGuid();
        var info = new BatchInfo(batch, BatchKind.Import, "march.csv") { Source = "book", Supersedes = [new("IN-KL", new DateOnly(2021, 3, 1))] };
        var result = await _database.Loader.LoadAsync(replacing, info, _database.Admin, null, Cancel);

        Assert.Equal((2, 0), (result.Accepted, result.Duplicates));
        Assert.Equal(gone.Count, (await _batches.OpenAsync(batch, _database.Admin, Cancel))!.Superseded);
        Assert.Equal(3500 - gone.Count + 2, await _database.ScalarAsync<long>("SELECT count(*) FROM crime.incident"));
        await RollupsAreExactAsync();
        await _batches.RollBackAsync(batch, _database.Admin, null, Cancel);
        Assert.Equal(before, await StateAsync());
        await RollupsAreExactAsync();
    }

    [Fact]
    public async Task Changes_TwoImportsARollbackAndTheDemoAtOnce_WaitForEachOtherAndAllEnd()
    {
        var standing = await LoadAsync(_database.RandomIncidents(10, 2500, "standing"), false);
        List<string> waited = [];
        var watch = new Watch(progress =>
        {
            lock (waited)
                if (progress.Stage == ImportStage.Waiting)
                    waited.Add(progress.WaitingFor ?? "?");
        });
        Task<BatchResult> Load(int seed, BatchKind kind) => Task.Run(() => _database.Loader.LoadAsync(
            _database.RandomIncidents(seed, 2500, $"source {seed}"), new BatchInfo(Guid.NewGuid(), kind, "at once.csv"), _database.Admin, watch, Cancel));

        var rollback = Task.Run(() => _batches.RollBackAsync(standing, _database.Admin, null, Cancel));
        var loads = await Task.WhenAll(Load(11, BatchKind.Import), Load(12, BatchKind.Import), Load(13, BatchKind.Demo));

        Assert.Equal(2500, (await rollback).Removed);
        Assert.All(loads, load => Assert.Equal(2500, load.Accepted));
        Assert.Contains(_database.Admin.UserName, waited);
        await RollupsAreExactAsync();
    }

    [Fact]
    public async Task PurgeBatchRows_OldBatches_KeepTheirCountsAndLoseTheirRows()
    {
        var cases = _database.RandomIncidents(14, 50, "purge").ToList();
        await LoadAsync(cases, false);
        var again = await LoadAsync([.. cases, cases[0] with { HeadId = _database.Reference.Heads.Find("arson")!.Id, OccurredOn = new DateOnly(2020, 1, 1),
            ReportedOn = new DateOnly(2024, 1, 1) }], false);
        await _database.ScalarAsync<object?>("UPDATE crime.batch SET finished_at = finished_at - interval '400 days'");

        Assert.Equal(0, await BatchRetention.PurgeAsync(_database.Fixture.App, _database.Admin, 401, Cancel));
        Assert.Equal(51, await BatchRetention.PurgeAsync(_database.Fixture.App, _database.Admin, 399, Cancel));
        var batch = (await _batches.OpenAsync(again, _database.Admin, Cancel))!;
        Assert.Equal((50, 1, 0), (batch.Duplicates, batch.Conflicts, batch.PendingConflicts));
    }

    private static IEnumerable<Incident> Some(List<Incident> cases, Random random, int count)
    {
        foreach (var incident in random.GetItems(cases.ToArray(), count).DistinctBy(incident => incident.SourceReference))
            yield return random.Next(4) switch
            {
                0 => incident with { Status = LegalStatus.Acquitted, PropertyValueRupees = random.Next(1000) },
                1 => incident with { ReportedOn = incident.ReportedOn.AddDays(random.Next(500)), VictimGender = Gender.Unknown },
                2 => incident with { Sections = LoadDatabase.SomeSections(random) },
                _ => incident,
            };
    }

    private async Task<Guid> LoadAsync(IEnumerable<Incident> incidents, bool isUpdating)
    {
        var id = Guid.NewGuid();
        await _database.Loader.LoadAsync(
            incidents, new BatchInfo(id, BatchKind.Import, "test.csv") { Updates = isUpdating }, _database.Admin, null, Cancel);
        return id;
    }

    private Task<string> StateAsync() => _database.ScalarAsync<string>(StateSql);

    private async Task RollupsAreExactAsync() =>
        Assert.All(await RollupRecount.CompareAsync(_database.Fixture.Owner), table => Assert.Equal((table.Key, 0), (table.Key, table.Value.Differences)));

    private sealed class Watch(Action<LoadProgress> action) : IProgress<LoadProgress>
    {
        public void Report(LoadProgress value) => action(value);
    }
}
