using Microsoft.AspNetCore.Components;

namespace CrimeInsight.Web.Shared.Feedback;

/// <summary>What needs a look, on the page it is said on.</summary>
public sealed partial class PageAlarms
{
    private readonly CancellationTokenSource _lifetime = new();
    private readonly List<PageAlarmWords> _alarms = [];

    [Inject] public required IEnumerable<IPageAlarm> All { get; init; }

    /// <summary>Address of the page.</summary>
    [Parameter, EditorRequired] public required string Page { get; set; }

    public void Dispose()
    {
        _lifetime.Cancel();
        _lifetime.Dispose();
    }

    protected override async Task OnInitializedAsync()
    {
        foreach (var alarm in All.Where(one => one.Page == Page))
        {
            try
            {
                if (await alarm.LookAsync(_lifetime.Token) is { } words)
                    _alarms.Add(words);
            }
            catch (Exception)
            {
                // The page itself says when the database is away.
            }
        }
    }
}
