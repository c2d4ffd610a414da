using CrimeInsight.Core.People;

namespace CrimeInsight.Web.Shared.Layout;

/// <summary>The display choice of one circuit: whoever changes it tells everyone who shows it.</summary>
public sealed class DisplayState
{
    /// <summary>Raised after <see cref="Choice"/> changed.</summary>
    public event Action? Changed;

    public DisplayChoice Choice { get; private set; } = DisplayChoice.Default;

    public void Set(DisplayChoice choice)
    {
        if (choice == Choice)
            return;
        Choice = choice;
        Changed?.Invoke();
    }

    /// <summary>The part of the choice that follows the person to other devices.</summary>
    public PersonPreferences ToPreferences() => new(null, Choice.ThemeName, (short)Choice.TextScalePercent);
}
