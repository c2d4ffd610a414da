using System.Threading.Channels;
using CrimeInsight.Core.Demo;
using CrimeInsight.Core.People;
using CrimeInsight.Web.Features.DemoData;
using CrimeInsight.Web.Features.SignIn;
using CrimeInsight.Web.Shared.Security;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace CrimeInsight.Tests.Web.DemoData;

public sealed class DemoDataKeeperTests
{
    private static readonly DateOnly s_today = new(2026, 11, 30);

    [Fact]
    public async Task Execute_AsDaysEnd_LoadsToTheDayBefore()
    {
        var (clock, loader) = (new Clock(), new Loader());
        using var keeper = Keeper(new DemoDataOptions(), clock, loader);
        await keeper.StartAsync(TestContext.Current.CancellationToken);
        await clock.UntilWaitingAsync();
        Assert.Equal([s_today], loader.Ends);
        Assert.Equal(0.125, loader.Last!.Share);

        await clock.PassAsync(TimeSpan.FromHours(3));
        Assert.Single(loader.Ends);

        // Half past six in the evening in London is midnight in India; then a machine that slept for three days.
        await clock.PassAsync(TimeSpan.FromHours(9));
        Assert.Equal([s_today, s_today.AddDays(1)], loader.Ends);
        await clock.PassAsync(TimeSpan.FromDays(3));
        Assert.Equal(s_today.AddDays(4), loader.Ends[^1]);
        await keeper.StopAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Execute_DemoThatIsOver_LoadsNothing()
    {
        var (clock, loader) = (new Clock(), new Loader());
        using var keeper = Keeper(new DemoDataOptions(), clock, loader);
        await keeper.StartAsync(TestContext.Current.CancellationToken);
        await clock.UntilWaitingAsync();
        loader.IsOver = true;
        await clock.PassAsync(TimeSpan.FromDays(2));
        Assert.Single(loader.Ends);
        await keeper.StopAsync(TestContext.Current.CancellationToken);
    }

    [Theory]
    [InlineData(0, null)]
    [InlineData(500, "2024-12-31")]
    public async Task Execute_FixedOrNone_EndsByItself(int incidents, string? until)
    {
        var loader = new Loader();
        var options = new DemoDataOptions { Incidents = incidents, Until = until is null ? null
            : DateOnly.Parse(until, System.Globalization.CultureInfo.InvariantCulture) };
        using var keeper = Keeper(options, new Clock(), loader);
        await keeper.StartAsync(TestContext.Current.CancellationToken);
        await keeper.ExecuteTask!.WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);
        Assert.Equal(until is null ? [] : [new DateOnly(2025, 1, 1)], loader.Ends);
        Assert.Equal(until is null ? null : 500, loader.Last?.Incidents);
    }

    private static DemoDataKeeper Keeper(DemoDataOptions options, Clock clock, Loader loader) =>
        new(new DemoMode(true), Options.Create(options), new NoAccounts(), loader, clock, NullLogger<DemoDataKeeper>.Instance);

    private sealed class Loader : IDemoDataLoader
    {
        public List<DateOnly> Ends { get; } = [];

        public DemoRequest? Last { get; private set; }

        public bool IsOver { get; set; }

        public Task<bool> IsDueAsync(DemoRequest request, CancellationToken cancellationToken) =>
            Task.FromResult(!IsOver && (Ends.Count == 0 || request.Until > Ends[^1]));

        public Task<DemoLoadResult> LoadAsync(DemoRequest request, IProgress<DemoLoadProgress>? progress, CancellationToken cancellationToken)
        {
            Last = request;
            Ends.Add(request.Until);
            return Task.FromResult(new DemoLoadResult(1, 0, 0));
        }
    }

    private sealed class NoAccounts : IDemoAccounts
    {
        public Task EnsureAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task<IReadOnlyList<Person>> ListAsync(CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<Person>>([]);
    }

    // Six in the morning in London on 30 November; a wait ends when the test lets time pass.
    private sealed class Clock : TimeProvider
    {
        private readonly Channel<TimerCallback> _waits = Channel.CreateUnbounded<TimerCallback>();
        private DateTimeOffset _now = new(2026, 11, 30, 6, 30, 0, TimeSpan.Zero);
        private TimerCallback? _next;

        public override DateTimeOffset GetUtcNow() => _now;

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            _waits.Writer.TryWrite(_ => callback(state));
            return new Never();
        }

        public async Task UntilWaitingAsync() =>
            _next = await _waits.Reader.ReadAsync(TestContext.Current.CancellationToken).AsTask()
                .WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);

        public Task PassAsync(TimeSpan span)
        {
            _now += span;
            _next!(null);
            return UntilWaitingAsync();
        }
    }

    private sealed class Never : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => true;

        public void Dispose()
        {
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
