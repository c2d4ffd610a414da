using CrimeInsight.Web.Shared.Controls;

namespace CrimeInsight.Web.Features.Hotspots;

/// <summary>A setting as the address has it and the toolbar offers it.</summary>
/// <param name="name">Member of the address.</param>
/// <param name="order">Its place in the address.</param>
/// <param name="labelKey">Its name on the screen.</param>
public abstract class SettingChoice(string name, int order, string labelKey)
{
    public string Name { get; } = name;

    public int Order { get; } = order;

    public string LabelKey { get; } = labelKey;

    /// <summary>Texts it is told with.</summary>
    public abstract IEnumerable<string> Keys { get; }

    /// <summary>What a value is kept as; null when it is absent, unknown or the usual one.</summary>
    public abstract string? Read(string? text);

    /// <summary>The member for what was chosen in the toolbar; null: the usual.</summary>
    public virtual string? Chosen(string text) => Read(text);

    /// <summary>What is chosen, as one of the options has it.</summary>
    public abstract string ValueOf(HotspotPageState page);

    public abstract IEnumerable<ChoiceOption> Options(HotspotTextFormat words);
}
