using System.Security.Cryptography;
using System.Text;
using CrimeInsight.Web.Resources;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using Microsoft.JSInterop;

namespace CrimeInsight.Web.Shared.Charts;

/// <summary>
/// A chart drawn by ApexCharts in the browser. Put it in a <c>Panel</c> with the same figures as its <c>Table</c>: to
/// assistive technology the chart is one image with a label.
/// </summary>
public sealed partial class ApexChart
{
    private ElementReference _element;
    private DotNetObjectReference<SelectionListener>? _listener;
    private byte[]? _sent;
    private bool _isMounted;

    [Inject]
    public required IStringLocalizer<SharedText> Text { get; init; }

    [Parameter, EditorRequired]
    public required ChartOptions Options { get; set; }

    /// <summary>What the chart says, in one sentence.</summary>
    [Parameter, EditorRequired]
    public required string Label { get; set; }

    /// <summary>The reader chose a value.</summary>
    [Parameter]
    public EventCallback<ChartSelection> OnSelect { get; set; }

    [CascadingParameter(Name = "IsDark")]
    public bool IsDark { get; set; }

    protected override string ModulePath => "./Shared/Charts/ApexChart.razor.js";

    protected override object?[] UnmountArguments() => [_element];

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        var json = ApexOptionsBuilder.Build(Options, IsDark).ToJson();
        // The digest instead of the text: some kilobytes for each chart of each open page.
        var digest = SHA256.HashData(Encoding.UTF8.GetBytes(json));
        if (_sent is not null && digest.AsSpan().SequenceEqual(_sent))
            return;
        _sent = digest;
        var numbers = ApexNumbers.Of(Options.Numbers, Text).ToJson();
        if (_isMounted)
        {
            await CallAsync("update", _element, json, numbers);
            return;
        }

        _isMounted = true;
        _listener = OnSelect.HasDelegate ? DotNetObjectReference.Create(new SelectionListener(this)) : null;
        await CallAsync("mount", _element, json, numbers, _listener);
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        _listener?.Dispose();
    }

    private sealed class SelectionListener(ApexChart chart)
    {
        [JSInvokable]
        public Task SelectedAsync(int seriesIndex, int categoryIndex) =>
            chart.InvokeAsync(() => chart.OnSelect.InvokeAsync(new ChartSelection(seriesIndex, categoryIndex)));
    }
}
