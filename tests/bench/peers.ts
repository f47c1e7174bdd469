// Other products' widgets that the npm registry has, at the versions that were the newest when this was written, and what
// a page does to have them, by their own documentation.

export interface Peer {
  name: string;
  /** NAME@VERSION. */
  package: string;
  /** Of the package, what is served. */
  folder: string;
  /** Where; without, at /. */
  at?: string;
  /** What a website puts on its page. */
  snippet: string;
  /** A module that has to be bundled first, and what it needs beside the package; served as /bundle.js. */
  bundle?: { entry: string; with: readonly string[] };
  /** What of its backend is needed to get as far as a panel, by its path. */
  answers?: Readonly<Record<string, unknown>>;
  /** What is not in these figures, for people. */
  without: string;
}

export const peers: readonly Peer[] = [
  {
    name: 'Rocket.Chat Livechat',
    package: '@rocket.chat/livechat@1.13.3',
    folder: 'build',
    at: '/livechat',
    snippet: `<script>
      window.RocketChat = function (call) { window.RocketChat._.push(call) };
      window.RocketChat._ = [];
      window.RocketChat.url = location.origin + '/livechat';
    </script><script async src="/livechat/rocketchat-livechat.min.js"></script>`,
    answers: {
      '/api/v1/livechat/config': {
        config: {
          enabled: true,
          online: true,
          settings: { registrationForm: false, displayOfflineForm: true, language: 'en', transcript: false },
          theme: { title: 'Chat', color: '#c1272d' },
          messages: {},
          triggers: [],
          departments: [],
          resources: {},
        },
        success: true,
      },
    },
    without: 'what its server says, and sounds',
  },
  {
    name: 'Papercups',
    package: '@papercups-io/chat-widget@1.3.1',
    folder: '',
    snippet: '<div id="chat"></div><script type="module" src="/bundle.js"></script>',
    bundle: {
      entry: `import { createElement } from 'react';
        import { render } from 'react-dom';
        import ChatWidget from '@papercups-io/chat-widget';
        render(createElement(ChatWidget, { token: 'none', title: 'Chat' }), document.getElementById('chat'));`,
      with: ['react@17.0.2', 'react-dom@17.0.2'],
    },
    without: 'the panel itself, a page of its server in a frame',
  },
  {
    name: 'Twilio Flex WebChat',
    package: '@twilio/flex-webchat-ui@2.9.4',
    folder: 'bundle',
    snippet: `<script src="/twilio-flex-webchat.prod.browser.js"></script><script>
      Twilio.FlexWebChat.createWebChat({ accountSid: 'AC0', flexFlowSid: 'FO0' }).then(({ init }) => init());
    </script>`,
    without: 'what its server says',
  },
  {
    name: 'Gleap',
    package: 'gleap@16.4.0',
    folder: 'build/browser',
    snippet: `<script src="/index.js"></script><script>(window.Gleap.default ?? window.Gleap).initialize('none')</script>`,
    without: 'the panel itself, a page of its server in a frame',
  },
  {
    name: 'n8n Chat (for bots)',
    package: '@n8n/chat@1.37.0',
    folder: 'dist',
    snippet: `<link rel="stylesheet" href="/style.css"><script type="module">
      import { createChat } from '/chat.bundle.es.js';
      createChat({ webhookUrl: '/webhook' });
    </script>`,
    without: 'what its server says',
  },
  {
    name: 'Deep Chat (for bots)',
    package: 'deep-chat@2.4.2',
    folder: 'dist',
    snippet: '<script type="module" src="/deepChat.bundle.js"></script><deep-chat demo="true"></deep-chat>',
    without: 'a launcher: the panel stands on the page',
  },
];
