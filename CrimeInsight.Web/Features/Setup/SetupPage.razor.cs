using CrimeInsight.Core.People;
using CrimeInsight.Core.Settings;
using CrimeInsight.Web.Resources;
using CrimeInsight.Web.Shared.Feedback;
using CrimeInsight.Web.Shared.Formatting;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using MudBlazor;

namespace CrimeInsight.Web.Features.Setup;

/// <summary>
/// Leads an administrator from the demo to a force's own data. Every step is done on its own page, in any order; this one tells what is done and is
/// found again until it is put away.
/// </summary>
public sealed partial class SetupPage : LoadedComponent
{
    private IReadOnlyList<SetupStep> _steps = [];

    [Inject] public required IStringLocalizer<SetupText> Text { get; init; }

    [Inject] public required SetupServices Services { get; init; }

    [Inject] public required DisplayFormat Format { get; init; }

    [Inject] public required ISnackbar Notices { get; init; }

    private SetupStep? Next => _steps.FirstOrDefault(step => step.IsDone == false && step.Url is not null);

    private static string StateOf(SetupStep step) => step.IsDone switch
    {
        true => nameof(SetupText.Done),
        false => nameof(SetupText.ToDo),
        null => nameof(SetupText.LookOnce),
    };

    protected override async Task<PanelState> ReadAsync()
    {
        _steps = await Services.ReadAsync(Lifetime);
        return PanelState.Ready;
    }

    private async Task HideAsync()
    {
        try
        {
            if (await Services.Viewers.GetAsync(Lifetime) is not { } viewer)
                return;
            await Services.Settings.ChangeAsync(viewer, SettingCatalogue.Guide.Key, SettingDefinition.Off, Lifetime);
            Notices.Add(Text[nameof(SetupText.Hidden)], Severity.Success);
        }
        catch (PersonRefusedException)
        {
            Notices.Add(Text[nameof(SetupText.HideRefused)], Severity.Warning);
        }
        catch (Exception) when (!IsLeft)
        {
            Notices.Add(Text[nameof(SetupText.HideFailed)], Severity.Error);
        }
    }
}
