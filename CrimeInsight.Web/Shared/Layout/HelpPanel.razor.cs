using CrimeInsight.Web.Resources;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.Extensions.Localization;

namespace CrimeInsight.Web.Shared.Layout;

/// <summary>
/// What the open page shows, how to read it, what to do and where its limits are; and the keys of every page. Opened by the question mark
/// in the bar, or on the keyboard; its words are in the page already, so it opens without a way to the server.
/// </summary>
public sealed partial class HelpPanel
{
    /// <summary>Of the element, for the button that opens it.</summary>
    public const string PanelId = "help";

    private static readonly (string[] Keys, string Meaning)[] s_keys =
    [
        (["?", "F1"], nameof(HelpText.KeyHelp)), (["Esc"], nameof(HelpText.KeyEscape)), (["Tab", "Enter"], nameof(HelpText.KeySkip)),
        (["+", "−", "←", "→"], nameof(HelpText.KeyMap)), (["Ctrl", "P"], nameof(HelpText.KeyPrint)),
    ];

    private string _path = "";
    private HelpEntry? _entry;

    [Inject] public required IStringLocalizer<HelpText> Text { get; init; }

    [Inject] public required NavigationManager Navigation { get; init; }

    /// <summary>Help of every page.</summary>
    [Inject] public required IEnumerable<HelpEntry> Entries { get; init; }

    protected override string ModulePath => "./Shared/Layout/HelpPanel.razor.js";

    public override async ValueTask DisposeAsync()
    {
        Navigation.LocationChanged -= OnLocationChanged;
        await base.DisposeAsync();
    }

    protected override void OnInitialized()
    {
        Follow(Navigation.Uri);
        Navigation.LocationChanged += OnLocationChanged;
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
            await CallAsync("mount", PanelId);
    }

    private void OnLocationChanged(object? sender, LocationChangedEventArgs arguments)
    {
        Follow(arguments.Location);
        _ = InvokeAsync(StateHasChanged);
    }

    private void Follow(string address)
    {
        _path = new Uri(address).AbsolutePath;
        // Addresses without places for values go before patterns that fit them too.
        _entry = Entries.Where(entry => entry.IsAt(_path)).MinBy(entry => entry.Url.Count(letter => letter == '{'));
    }
}
