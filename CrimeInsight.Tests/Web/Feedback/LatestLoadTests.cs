using CrimeInsight.Web.Shared.Feedback;

namespace CrimeInsight.Tests.Web.Feedback;

public sealed class LatestLoadTests : IAsyncDisposable
{
    private readonly LatestLoad<string> _load = new();
    private readonly List<Exception> _told = [];

    private PanelState State => _load.StateOf(value => value.Length == 0);

    public ValueTask DisposeAsync() => _load.DisposeAsync();

    [Fact]
    public async Task LoadAsync_Result_IsShown()
    {
        Assert.Equal(PanelState.Loading, State);
        await _load.LoadAsync(_ => Task.FromResult("a"), _told.Add);
        Assert.Equal((PanelState.Ready, "a"), (State, _load.Value));
    }

    [Fact]
    public async Task LoadAsync_Nothing_IsEmpty()
    {
        await _load.LoadAsync(_ => Task.FromResult(""), _told.Add);
        Assert.Equal(PanelState.Empty, State);
    }

    [Fact]
    public async Task LoadAsync_Again_IsLoadingButKeepsWhatIsDrawn()
    {
        await _load.LoadAsync(_ => Task.FromResult("old"), _told.Add);
        var slow = new TaskCompletionSource<string>();
        var newer = _load.LoadAsync(_ => slow.Task, _told.Add);
        Assert.Equal((PanelState.Loading, "old", null), (State, _load.Value, _load.Current));
        slow.SetResult("new");
        await newer;
        Assert.Equal((PanelState.Ready, "new", "new"), (State, _load.Value, _load.Current));
    }

    [Fact]
    public async Task LoadAsync_Newer_EndsTheOlder()
    {
        var slow = new TaskCompletionSource<string>();
        CancellationToken ended = default;
        var older = _load.LoadAsync(token => { ended = token; return slow.Task; }, _told.Add);
        await _load.LoadAsync(_ => Task.FromResult("new"), _told.Add);
        slow.SetResult("old");
        await older;
        Assert.True(ended.IsCancellationRequested);
        Assert.Equal("new", _load.Value);
    }

    [Fact]
    public async Task LoadAsync_OlderFailsLater_ChangesNothing()
    {
        var slow = new TaskCompletionSource<string>();
        var older = _load.LoadAsync(_ => slow.Task, _told.Add);
        await _load.LoadAsync(_ => Task.FromResult("new"), _told.Add);
        slow.SetException(new TimeoutException());
        await older;
        Assert.Equal(PanelState.Ready, State);
        Assert.Empty(_told);
    }

    [Fact]
    public async Task ReplaceAsync_UntilThen_ShowsTheOld()
    {
        await _load.LoadAsync(_ => Task.FromResult("old"), _told.Add);
        var slow = new TaskCompletionSource<string>();
        var newer = _load.ReplaceAsync(_ => slow.Task, _told.Add);
        Assert.Equal((true, "old"), (_load.IsUnderWay, _load.Value));
        slow.SetResult("new");
        await newer;
        Assert.Equal((false, "new"), (_load.IsUnderWay, _load.Value));
    }

    [Fact]
    public async Task ReplaceAsync_Failure_IsToldAndShown()
    {
        await _load.LoadAsync(_ => Task.FromResult("old"), _told.Add);
        await _load.ReplaceAsync(_ => throw new TimeoutException(), _told.Add);
        Assert.Equal(PanelState.Error, State);
        Assert.IsType<TimeoutException>(Assert.Single(_told));
    }

    [Fact]
    public async Task RefreshAsync_Failure_ChangesNothing()
    {
        await _load.LoadAsync(_ => Task.FromResult("old"), _told.Add);
        await _load.RefreshAsync(_ => throw new TimeoutException(), _told.Add);
        Assert.Equal((PanelState.Ready, "old"), (State, _load.Value));
        Assert.Single(_told);
    }

    [Fact]
    public async Task CancelAsync_UnderWay_StopsIt()
    {
        var slow = new TaskCompletionSource<string>();
        var loading = _load.LoadAsync(token => slow.Task.WaitAsync(token), _told.Add);
        await _load.CancelAsync();
        await loading;
        Assert.True(_load.IsCancelled);
        Assert.Empty(_told);
    }
}
