// The emoji that people in support use, each with the words by which it is found. No more: the rest is on the keyboard.

export type Emoji = readonly [emoji: string, name: string];

/** Pairs in one string, so that the table reads as a table: an emoji, a space, its words; the next after a comma. */
const table = (text: string): Emoji[] =>
  text
    .trim()
    .split(/,\s*/)
    .map((pair) => {
      const space = pair.indexOf(' ');
      return [pair.slice(0, space), pair.slice(space + 1)];
    });

export const emojiGroups: readonly { label: string; emoji: readonly Emoji[] }[] = [
  {
    label: 'Faces',
    emoji: table(`
      🙂 slight smile, 😊 smile blush happy, 😀 grin happy, 😃 grin open happy, 😄 grin laugh happy, 😁 beaming grin,
      😅 sweat laugh relief, 😂 tears of joy laugh, 🤣 rolling laugh, 😉 wink, 😍 heart eyes love, 🥰 hearts love smile,
      😘 kiss, 😎 cool sunglasses, 🤩 star eyes wow, 🥳 party celebrate, 🤗 hug, 🤔 thinking hmm, 🧐 monocle inspect,
      🤨 raised eyebrow doubt, 😐 neutral, 😶 speechless, 🙄 rolling eyes, 😏 smirk, 😬 grimace awkward, 😌 relieved calm,
      😴 sleep tired, 🥱 yawn tired, 😕 confused, 🙁 frown sad, 😟 worried, 😢 cry sad tear, 😭 sob cry, 😤 steam huff,
      😡 angry red, 😱 scream shock, 😳 flushed embarrassed, 🥺 pleading please, 😇 angel halo, 🤯 mind blown, 🤒 ill sick,
      🤕 hurt bandage, 🥶 cold freezing, 🥵 hot heat, 🤖 robot bot, 👻 ghost
    `),
  },
  {
    label: 'Hands and people',
    emoji: table(`
      👍 thumbs up yes good, 👎 thumbs down no bad, 👌 okay perfect, 🙏 thanks please folded hands, 👏 clap applause,
      🙌 raised hands hooray, 👋 wave hello bye, 🤝 handshake deal, 💪 strong muscle, ✌️ victory peace, 🤞 fingers crossed luck,
      🤙 call me, 👉 point right, 👈 point left, 👆 point up, 👇 point down, ✋ stop hand, 🖐️ open hand five, ✍️ writing hand,
      🤷 shrug unknown, 🤦 facepalm, 🙋 raised hand question, 🙇 bow sorry, 👀 eyes look, 🧑‍💻 technologist computer,
      👥 people team, 👪 family
    `),
  },
  {
    label: 'Hearts and marks',
    emoji: table(`
      ❤️ red heart love, 🧡 orange heart, 💛 yellow heart, 💚 green heart, 💙 blue heart, 💜 purple heart, 🖤 black heart,
      🤍 white heart, 💔 broken heart, ✅ check done yes, ✔️ check mark, ❌ cross no wrong, ❗ exclamation important,
      ❓ question, ⚠️ warning attention, 🚫 forbidden not allowed, ⛔ no entry stop, ℹ️ information, 🆗 ok button, 🆕 new,
      🔥 fire hot, ✨ sparkles shiny, ⭐ star favourite, 🌟 glowing star, 💯 hundred perfect, 💡 idea light bulb, 💤 sleep zzz,
      🔴 red circle, 🟡 yellow circle, 🟢 green circle, ➡️ arrow right, ⬅️ arrow left, 🔁 repeat again, 🔄 refresh reload
    `),
  },
  {
    label: 'Work and things',
    emoji: table(`
      📦 parcel package box, 🚚 delivery truck shipping, ✈️ plane flight, 🏠 house home, 🏪 shop store, 🛒 cart basket,
      💳 card payment, 💶 euro money, 💵 dollar money, 💷 pound money, 🧾 receipt invoice, 🎁 gift present, 🏷️ label tag price,
      📧 e-mail mail, 📞 phone call, 📱 mobile phone, 💬 speech chat message, 🔔 bell notification, 📅 calendar date,
      ⏰ alarm clock time, ⏳ hourglass wait, 🕐 clock time, 📎 paper clip attachment, 📄 page document, 📝 note memo,
      📋 clipboard list, 📌 pin, 📍 place location, 🔗 link, 🔍 search magnifier, 🔑 key password, 🔒 lock secure,
      🔧 wrench fix repair, 🛠️ tools repair, ⚙️ gear settings, 🐛 bug, 💻 laptop computer, 🖨️ printer, 📷 camera photo,
      🎉 party celebrate, 🎂 birthday cake, 🚀 rocket launch fast, 🏆 trophy win
    `),
  },
  {
    label: 'Food and nature',
    emoji: table(`
      ☕ coffee hot drink, 🍵 tea, 🥐 croissant breakfast, 🍪 cookie biscuit, 🍰 cake, 🍕 pizza, 🍎 apple, 🌱 plant seedling,
      🌸 flower blossom, 🌹 rose flower, 🌍 world earth, ☀️ sun weather, 🌧️ rain weather, ❄️ snow cold, 🌈 rainbow,
      🐶 dog, 🐱 cat
    `),
  },
];
